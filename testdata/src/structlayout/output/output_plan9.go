package output

var elsewhere = foreign{true, 1, false}
