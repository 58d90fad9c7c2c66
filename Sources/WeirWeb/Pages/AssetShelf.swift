import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import WeirPages

/// What pages load: our style and script, and htmx where it was put beside the program. Each lies under the hash of its
/// bytes, so that browsers may keep it for ever.
struct AssetShelf: Sendable {
    private struct Asset: Sendable {
        let name: String
        let type: String
        let bytes: [UInt8]
        let path: String

        init(_ name: String, _ type: String, _ bytes: [UInt8]) {
            self.name = name
            self.type = type
            self.bytes = bytes
            let hash = SHA256.hash(data: bytes).prefix(8).map { String(UInt16($0) + 256, radix: 16).dropFirst() }
            path = "/assets/\(hash.joined())/\(name)"
        }
    }

    private let stylesheet: Asset
    private let script: Asset
    private let htmx: Asset?

    /// - Parameter folder: where `htmx.min.js` may lie; pages work without it.
    init(folder: String?) {
        stylesheet = Asset(
            "weir.css", "text/css; charset=utf-8", Array((Stylesheet.text + "\n" + DoorStyle.text + "\n").utf8))
        script = Asset(
            "weir.js", "text/javascript; charset=utf-8",
            Array((Script.text + "\n" + DoorScript.text + "\n" + InboxScript.text + "\n").utf8))
        let file = folder.flatMap { FileManager.default.contents(atPath: $0 + "/htmx.min.js") }
        htmx = file.map { Asset("htmx.js", "text/javascript; charset=utf-8", Array($0)) }
    }

    /// Where pages find them.
    var frame: FrameAssets {
        FrameAssets(
            stylesheet: AssetShelf.address(stylesheet), script: AssetShelf.address(script),
            htmx: htmx.map(AssetShelf.address))
    }

    var routes: [Route] {
        let icon = Route(method: .get, path: "/favicon.ico", access: .open, group: .asset, operation: nil) { _ in
            .text(AssetShelf.mark, type: "image/svg+xml", headers: [.cacheControl: "public, max-age=86400"])
        }
        return [icon]
            + [stylesheet, script, htmx].compactMap { $0 }.map { asset in
                Route(method: .get, path: asset.path, access: .open, group: .asset, operation: nil) { _ in
                    .bytes(
                        asset.bytes, type: asset.type, headers: [.cacheControl: "public, max-age=31536000, immutable"])
                }
            }
    }

    /// The mark, for the browser's tab.
    private static let mark = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 22 16" fill="none" stroke="#1f6feb" stroke-width="1.8">\
        <path d="M2 3h18M2 8h8v3h10M2 13h18"/></svg>
        """

    private static func address(_ asset: Asset) -> HTMLAddress { HTMLAddress(path: asset.path, []) }
}
