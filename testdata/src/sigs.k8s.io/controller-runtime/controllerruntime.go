// Package controllerruntime is a stub of the framework, for fixtures.
package controllerruntime

import "sigs.k8s.io/controller-runtime/pkg/reconcile"

type Request = reconcile.Request

type Result = reconcile.Result

type Manager interface{ Start() error }
