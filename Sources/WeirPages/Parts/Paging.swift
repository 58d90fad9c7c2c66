/// The way on from a part of a list.
public struct Paging: Hashable, Sendable {
    /// `1 to 50 of 1,240`, or what is known of it.
    public var words: String
    public var first: HTMLAddress?
    public var next: HTMLAddress?

    public init(_ words: String, first: HTMLAddress?, next: HTMLAddress?) {
        self.words = words
        self.first = first
        self.next = next
    }

    public var element: HTMLElement {
        nav(.class("paging"), .label("Parts of the list")) {
            span { words }
            if let first { a(.class("button plain"), .href(first), .data("key", "<")) { "To the start" } }
            if let next {
                a(.class("button plain"), .href(next), .data("key", ">")) {
                    "Next"
                    Icon.more.element
                }
            }
        }
    }
}

/// A few ways to see a list, each an address, one of them chosen.
public struct Chips: Hashable, Sendable {
    public struct Chip: Hashable, Sendable {
        public var words: String
        public var address: HTMLAddress
        public var isChosen: Bool

        public init(_ words: String, _ address: HTMLAddress, isChosen: Bool) {
            self.words = words
            self.address = address
            self.isChosen = isChosen
        }
    }

    public var label: String
    public var chips: [Chip]

    public init(_ label: String, _ chips: [Chip]) {
        self.label = label
        self.chips = chips
    }

    public var element: HTMLElement {
        nav(.label(label)) {
            ul(.class("chips")) {
                for chip in chips {
                    li { a([.href(chip.address)] + (chip.isChosen ? [.isCurrentPage] : [])) { chip.words } }
                }
            }
        }
    }
}
