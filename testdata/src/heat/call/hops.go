package call

import "net/http"

// A loop says less the further away it is; a request says the same.

func far(rows []string) {
	for range rows {
		hop1()
	}
}

func hop1() {
	probe() // want `^loop: call.far -> in the loop -> calls call.hop1$`
	hop2()
}

func hop2() { hop3() }

func hop3() { hop4() }

func hop4() {
	probe() // want `^loop: call.far -> in the loop -> calls call.hop1 -> .* -> calls call.hop4$`
	hop5()
}

func hop5() {
	probe() // want `^unknown$`
}

func farRequest(w http.ResponseWriter, r *http.Request) { jump1() }

func jump1() { jump2() }

func jump2() { jump3() }

func jump3() { jump4() }

func jump4() { jump5() }

func jump5() { jump6() }

func jump6() {
	probe() // want `^request: net/http handler call.farRequest -> calls call.jump1 -> .* -> calls call.jump6$`
}
