import WeirInsight

/// Attributes that the application's pages need beyond those of a report.
extension HTMLAttribute {
    public enum InputType: String, Sendable {
        case text, search, email, password, number, range, date, checkbox, radio, file, hidden, submit, button, url
    }
    public enum FormMethod: String, Sendable { case get, post }

    public static func title(_ text: String) -> HTMLAttribute { .init("title", text) }
    public static func type(_ type: InputType) -> HTMLAttribute { .init("type", type.rawValue) }
    public static func value(_ text: String) -> HTMLAttribute { .init("value", text) }
    public static func action(_ address: HTMLAddress) -> HTMLAttribute { .init("action", address.text) }
    /// Where a form goes when it is sent by this button instead of another.
    public static func formAction(_ address: HTMLAddress) -> HTMLAttribute { .init("formaction", address.text) }
    public static func method(_ method: FormMethod) -> HTMLAttribute { .init("method", method.rawValue) }
    /// How it is sent by this button instead of the form's way.
    public static func formMethod(_ method: FormMethod) -> HTMLAttribute { .init("formmethod", method.rawValue) }
    public static let sendsFiles = HTMLAttribute("enctype", "multipart/form-data")
    public static func accept(_ types: String) -> HTMLAttribute { .init("accept", types) }
    public static func form(_ id: String) -> HTMLAttribute { .init("form", id) }
    public static func `for`(_ id: String) -> HTMLAttribute { .init("for", id) }
    public static func placeholder(_ text: String) -> HTMLAttribute { .init("placeholder", text) }
    public static func autocomplete(_ kind: String) -> HTMLAttribute { .init("autocomplete", kind) }
    public static func inputMode(_ kind: String) -> HTMLAttribute { .init("inputmode", kind) }
    public static func pattern(_ pattern: String) -> HTMLAttribute { .init("pattern", pattern) }
    public static func min(_ value: String) -> HTMLAttribute { .init("min", value) }
    public static func max(_ value: String) -> HTMLAttribute { .init("max", value) }
    public static func step(_ value: String) -> HTMLAttribute { .init("step", value) }
    public static func maxLength(_ count: Int) -> HTMLAttribute { .init("maxlength", String(count)) }
    public static func minLength(_ count: Int) -> HTMLAttribute { .init("minlength", String(count)) }
    public static func rows(_ count: Int) -> HTMLAttribute { .init("rows", String(count)) }
    public static func columns(_ count: Int) -> HTMLAttribute { .init("cols", String(count)) }
    public static func columnSpan(_ count: Int) -> HTMLAttribute { .init("colspan", String(count)) }
    public static func rowSpan(_ count: Int) -> HTMLAttribute { .init("rowspan", String(count)) }
    public static let isChecked = HTMLAttribute("checked", nil)
    public static let isSelected = HTMLAttribute("selected", nil)
    public static let isDisabled = HTMLAttribute("disabled", nil)
    public static let isRequired = HTMLAttribute("required", nil)
    public static let isReadOnly = HTMLAttribute("readonly", nil)
    public static let isMultiple = HTMLAttribute("multiple", nil)
    public static let isOpen = HTMLAttribute("open", nil)
    public static let isHidden = HTMLAttribute("hidden", nil)
    public static let isFocusedFirst = HTMLAttribute("autofocus", nil)
    public static let isNotChecked = HTMLAttribute("novalidate", nil)
    public static let isNotSpellChecked = HTMLAttribute("spellcheck", "false")
    public static let takesNoFocus = HTMLAttribute("tabindex", "-1")
    public static let takesFocus = HTMLAttribute("tabindex", "0")

    /// What the application's own script reads: `data-key`.
    public static func data(_ name: StaticString, _ value: String) -> HTMLAttribute { .init("data-\(name)", value) }

    /// What htmx reads, spelled so that the page stays valid HTML: `data-hx-get`.
    public static func htmx(_ name: StaticString, _ value: String) -> HTMLAttribute { .init("data-hx-\(name)", value) }

    public static let isCurrentPage = HTMLAttribute("aria-current", "page")
    public static let isChosenRow = HTMLAttribute("aria-current", "true")
    public static let isCurrentStep = HTMLAttribute("aria-current", "step")
    public static func describedBy(_ ids: String) -> HTMLAttribute { .init("aria-describedby", ids) }
    public static func expanded(_ isExpanded: Bool) -> HTMLAttribute {
        .init("aria-expanded", isExpanded ? "true" : "false")
    }
    public static func pressed(_ isPressed: Bool) -> HTMLAttribute {
        .init("aria-pressed", isPressed ? "true" : "false")
    }
    public static func controls(_ id: String) -> HTMLAttribute { .init("aria-controls", id) }
    public static let isInvalid = HTMLAttribute("aria-invalid", "true")
    /// Readers say what changes here, when they have time.
    public static let isLive = HTMLAttribute("aria-live", "polite")
    public static func sorted(ascending: Bool) -> HTMLAttribute {
        .init("aria-sort", ascending ? "ascending" : "descending")
    }

    static func rel(_ kind: String) -> HTMLAttribute { .init("rel", kind) }
    static func source(_ address: HTMLAddress) -> HTMLAttribute { .init("src", address.text) }
    static let isDeferred = HTMLAttribute("defer", nil)
    static func theme(_ theme: String) -> HTMLAttribute { .init("data-theme", theme) }
    static func drawn(_ name: String, _ value: String) -> HTMLAttribute { .init(name, value) }
}

extension HTMLAttribute {
    /// A link to a page of ours.
    public static func to(_ path: StaticString, _ query: [(String, String)] = []) -> HTMLAttribute {
        .href(HTMLAddress(path, query))
    }

    /// A link to one of our records: `/accounts/acc_12`.
    public static func to(_ path: StaticString, step: String, _ query: [(String, String)] = []) -> HTMLAttribute {
        .href(HTMLAddress(path, step: step, query))
    }

    /// A form's way to a page of ours.
    public static func action(_ path: StaticString, _ query: [(String, String)] = []) -> HTMLAttribute {
        .action(HTMLAddress(path, query))
    }
}
