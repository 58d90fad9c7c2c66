import ArgumentParser
import Foundation
import WeirApp
import WeirFold

struct FoldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fold", abstract: "Answer cases in the format of the specification's vectors.")

    @Option(help: "A file with one case a line; - for standard input.")
    var cases: String
    @Flag(help: "Through the batch path instead of one fact at a time; the answers are the same.")
    var batch = false

    func run() throws {
        let bytes =
            cases == "-" ? [UInt8](FileHandle.standardInput.readDataToEndOfFile()) : try Files.read(cases)
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
            do {
                let answer = try FoldCases.answer(Data(line), inBatch: batch)
                FileHandle.standardOutput.write(answer + Data("\n".utf8))
            } catch let error as AppError {
                throw AppError(.badData, "\(cases):\(index + 1): \(error)")
            } catch let error as FoldRulesError {
                throw AppError(.badData, "\(cases):\(index + 1): \(error)")
            } catch let error as DecodingError {
                throw AppError(.badData, "\(cases):\(index + 1): \(FoldCases.describe(error))")
            }
        }
    }
}
