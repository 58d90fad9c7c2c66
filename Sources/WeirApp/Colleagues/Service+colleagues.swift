extension Service: ColleagueUseCases {}
