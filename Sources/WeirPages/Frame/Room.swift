/// The rooms of the application, in the order of the rail.
public enum Room: String, Hashable, Sendable, CaseIterable {
    case inbox, accounts, market, agreement, lab, flow, waterfall, events, settings

    public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

    var icon: Icon { Icon(rawValue: rawValue) ?? .more }

    var address: HTMLAddress {
        switch self {
        case .inbox: HTMLAddress("/inbox")
        case .accounts: HTMLAddress("/accounts")
        case .market: HTMLAddress("/market")
        case .agreement: HTMLAddress("/agreement")
        case .lab: HTMLAddress("/lab")
        case .flow: HTMLAddress("/flow")
        case .waterfall: HTMLAddress("/waterfall")
        case .events: HTMLAddress("/events")
        case .settings: HTMLAddress("/settings")
        }
    }
}
