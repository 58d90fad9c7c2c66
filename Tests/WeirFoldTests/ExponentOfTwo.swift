import Foundation

func exponentOfTwo(_ x: Double) -> Double { exp2(x) }
