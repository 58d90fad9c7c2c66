import Foundation
import Testing
import WeirFacts
import WeirTold

@Suite("Webhooks")
struct WebhookTests {
    /// The example of the Standard Webhooks libraries.
    @Test func theSignatureIsTheOneOfTheStandard() throws {
        let secret = try #require(WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let signature = secret.signature(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek", seconds: 1_614_265_330, body: Array(#"{"test": 2432232314}"#.utf8))
        #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
        #expect(secret.text == "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        #expect(WebhookSecret("whsec_c2hvcnQ=") == nil && WebhookSecret("not base64!") == nil)
    }

    @Test func oneBodyIsAStandardWebhookAndACloudEvent() throws {
        let webhook = Webhook(ExampleNotice.offered(), base: "https://weir.example.com")
        let read = try JSONSerialization.jsonObject(with: Data(webhook.body))
        let json = try #require(read as? [String: Any])
        #expect(json["specversion"] as? String == "1.0" && json["id"] as? String == webhook.messageID)
        #expect(json["type"] as? String == "handoff.offered" && json["subject"] as? String == "hof_7")
        #expect(json["timestamp"] as? String == json["time"] as? String)
        let data = try #require(json["data"] as? [String: Any])
        #expect(data["due_at"] as? String == "2026-11-24T10:20:00Z")
        #expect(data["url"] as? String == "https://weir.example.com/inbox/hof_7")
        #expect(data["buyer_name"] == nil)
        let named = Webhook(ExampleNotice.offered(), ExampleNotice.names, base: nil)
        #expect(String(decoding: named.body, as: UTF8.self).contains("Dana Ruiz"))
    }

    @Test func bothSecretsSignWhileTheyChange() throws {
        let webhook = Webhook(ExampleNotice.offered(), base: nil)
        let old = try #require(WebhookSecret(bytes: Array(1...24)))
        let new = try #require(WebhookSecret(bytes: Array(11...42)))
        let headers = webhook.headers(at: Instant(milliseconds: 1_795_513_800_999), secrets: [new, old])
        let signatures = try #require(headers.first { $0.name == "webhook-signature" }).value.split(separator: " ")
        #expect(signatures.count == 2 && signatures.allSatisfy { $0.hasPrefix("v1,") })
        #expect(headers.first { $0.name == "webhook-timestamp" }?.value == "1795513800")
        #expect(
            String(signatures[1]) == old.signature(id: webhook.messageID, seconds: 1_795_513_800, body: webhook.body))
    }

    @Test func theMessageIDIsTheSameForTheSameAndAnotherForAnother() {
        let one = ExampleNotice.offered()
        var later = one
        later.at = Instant(milliseconds: one.at.milliseconds + 1)
        #expect(one.messageID == ExampleNotice.offered().messageID && one.messageID.hasPrefix("ntc_12_"))
        #expect(one.messageID != later.messageID && !one.messageID.contains("."))
    }
}
