import Foundation
import WeirMarket

extension Workspace {
    /// Which domains are free or throw-away mail: the built-in ones, and those of `disposable-domains.txt`.
    func mailDomains() throws -> MailDomains {
        let list = folder + "/disposable-domains.txt"
        var disposable = MailDomains.commonDisposable
        if FileManager.default.fileExists(atPath: list) {
            disposable += String(decoding: try Files.read(list), as: UTF8.self).split(whereSeparator: \.isNewline)
                .map(String.init)
        }
        return MailDomains(disposable: disposable)
    }
}
