module covet/bench/peer

go 1.19
