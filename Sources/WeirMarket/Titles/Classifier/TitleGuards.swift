/// Words that take what stands near them out of the count: the assistant to the CEO is not the CEO.
enum GuardWords {
    static let lines = """
        Serves 1: assistant to, assistants to, assistent to, assistentin to, assistent der, assistentin der, assistent des, assistentin des, assistenz der, assistenz des, \
        assistenz geschäftsführ*, assistenz geschäftsleit*, assistentin geschäftsführ*, assistentin geschäftsleit*, assistent geschäftsführ*, assistent geschäftsleit*, \
        assistenz vorstand*, assistenz, secretary to, sekretär des, sekretär der, sekretariat der, sekretariat des, sekretariat, referent der, referent des, referentin der, referentin des, asst to, assitant to, \
        ea to, pa to, ea, executive assistant, exec assistant, executive secretary, executive admin, executive administrator, personal assistant, \
        assistant personnel, asistente a, advisor to, adviser to, \
        aide to, staff to, delegate to, counsel to, support to, coach to, consultant to, coordinator to, reporting to, reports to, report to, on behalf of, office of the, \
        büro des, büro der, vorzimmer, stabsstelle*, persönlicher referent, persönliche referent, persönliche assistent*, persönlicher assistent*, management assistant*, \
        managementassisten*, management assistent*, directiesecretar*, directie assistent*, assistance to, helping, unterstützung der, unterstützung des, im auftrag, direktionsassist*, \
        direktionssekret*, stab der, assistierend*, personal assistant to, trusted advisor to, zuarbeit*, vorstandsstab, dienstleister für
        Helps 1: assistante de, assistante du, assistante d, assistant de, assistant du, assistant d, assistente de, assistente da, assistente do, assistente del, assistente della, assistente di, asistente de, asistente del, \
        aide de, secretaria de, secretaria da, secretaria do, secretaria del, secretario de, secretario del, segretaria di, segretaria del, segretaria della, segretario di, secretaire de, secretaire du, secretaire d, \
        adjunto a, apoyo a, apoio a, auxiliar de, auxiliar da
        Elsewhere 1: former, formerly, ex, retired, ehemalig*, ehem, pensioniert*, aspiring, previously, past, seeking, looking for, searching for, auf der suche, auf jobsuche, \
        en recherche de, en recherche d, a la recherche, en busca de, buscando, ancien, ancienne, antiguo, antigua, rentner*, pensionär*, arbeitssuchend*, unemployed, previous, früher*, \
        angehend*, in zukunft, soon to be, desempleado, in cerca di, op zoek naar, em busca de, helping companies, helping businesses, open to
        Trails 1: assistant, s assistant, executive assistant, s executive assistant, personal assistant, s personal assistant, secretary, s secretary, s office, office, \
        assistent, assistentin, assistenz, sekretariat, sekretär*, assistante, assistente, asistente
        At 1: at, bei, chez, presso, bij
        """
}
