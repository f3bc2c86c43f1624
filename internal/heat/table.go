package heat

// The entry points of the frameworks, by the shape of their code. Names are
// those of typeKey and sigKey: full import paths without major versions, no
// type arguments. Read from the newest version of each module.
//
// What a function is made an entry point by its registration stands in
// register.go, what a loop is made hot by in receive.go.

// signatures are functions that are entry points by their exact signature.
var signatures = map[string]string{
	"func(net/http.ResponseWriter, *net/http.Request)":                                             httpHandler,
	"func(net/http.ResponseWriter, *net/http.Request) error":                                       httpHandler,
	"func(net/http.ResponseWriter, *net/http.Request, map[string]string)":                          "grpc-gateway handler",
	"func(net/http.ResponseWriter, *net/http.Request, github.com/julienschmidt/httprouter.Params)": "httprouter handler",
	"func(context.Context, net/http.ResponseWriter, *net/http.Request, any) (any, error)":          "oapi-codegen handler",

	"func(any, google.golang.org/grpc.ServerStream, *google.golang.org/grpc.StreamServerInfo, google.golang.org/grpc.StreamHandler) error": "gRPC interceptor",

	"func(context.Context, connectrpc.com/connect.AnyRequest) (connectrpc.com/connect.AnyResponse, error)": "connect interceptor",
	"func(context.Context, connectrpc.com/connect.StreamingHandlerConn) error":                             "connect interceptor",
	"func(context.Context, connectrpc.com/connect.Spec) connectrpc.com/connect.StreamingClientConn":        "connect client interceptor",

	"func(context.Context, github.com/99designs/gqlgen/graphql.Resolver) (any, error)": "GraphQL field middleware",
}

// requestTypes are types whose values live for one request or message: a
// function with such a parameter works for that request.
var requestTypes = map[string]string{
	"*net/http.Request":                                            "takes *http.Request:",
	"*github.com/gin-gonic/gin.Context":                            "gin handler",
	"github.com/labstack/echo.Context":                             "echo handler",
	"*github.com/labstack/echo.Context":                            "echo handler",
	"*github.com/gofiber/fiber.Ctx":                                "fiber handler",
	"github.com/gofiber/fiber.Ctx":                                 "fiber handler",
	"github.com/gofiber/fiber.Req":                                 "fiber handler",
	"*github.com/valyala/fasthttp.RequestCtx":                      "fasthttp handler",
	"*github.com/kataras/iris/context.Context":                     "iris handler",
	"*github.com/cloudwego/hertz/pkg/app.RequestContext":           "hertz handler",
	"github.com/go-kratos/kratos/transport/http.Context":           "kratos handler",
	"google.golang.org/grpc.ServerStreamingServer":                 "gRPC stream",
	"google.golang.org/grpc.ClientStreamingServer":                 "gRPC stream",
	"google.golang.org/grpc.BidiStreamingServer":                   "gRPC stream",
	"google.golang.org/grpc.ServerStream":                          "gRPC stream",
	"*google.golang.org/grpc.UnaryServerInfo":                      "gRPC interceptor",
	"google.golang.org/grpc.UnaryInvoker":                          "gRPC client interceptor",
	"google.golang.org/grpc.Streamer":                              "gRPC client interceptor",
	"github.com/99designs/gqlgen/graphql.Resolver":                 "GraphQL directive",
	"github.com/99designs/gqlgen/graphql.OperationHandler":         "GraphQL operation middleware",
	"github.com/99designs/gqlgen/graphql.ResponseHandler":          "GraphQL response middleware",
	"*connectrpc.com/connect.Request":                              "connect method",
	"*connectrpc.com/connect.ServerStream":                         "connect stream",
	"*connectrpc.com/connect.ClientStream":                         "connect stream",
	"*connectrpc.com/connect.BidiStream":                           "connect stream",
	"*github.com/nats-io/nats.go.Msg":                              "NATS message handler",
	"github.com/nats-io/nats.go/jetstream.Msg":                     "NATS message handler",
	"github.com/nats-io/nats.go/micro.Request":                     "NATS request handler",
	"*cloud.google.com/go/pubsub.Message":                          "Pub/Sub message handler",
	"*cloud.google.com/go/internal/pubsub.Message":                 "Pub/Sub message handler", // what the alias Message names
	"*github.com/ThreeDotsLabs/watermill/message.Message":          "watermill handler",
	"*github.com/hibiken/asynq.Task":                               "asynq task",
	"*github.com/riverqueue/river.Job":                             "river job",
	"go.temporal.io/sdk/workflow.Context":                          "Temporal workflow",
	"go.temporal.io/sdk/internal.Context":                          "Temporal workflow", // what the alias workflow.Context names
	"sigs.k8s.io/controller-runtime/pkg/reconcile.Request":         "controller reconciler",
	"sigs.k8s.io/controller-runtime/pkg/webhook/admission.Request": "admission handler",
	"*github.com/modelcontextprotocol/go-sdk/mcp.CallToolRequest":  "MCP tool",
	"*github.com/modelcontextprotocol/go-sdk/mcp.ServerRequest":    "MCP tool", // what the alias CallToolRequest names
}

// genericHandlers are named function types whose own signature is too common
// to be evidence: a literal counts only where such a type is expected.
var genericHandlers = map[string]string{
	"github.com/go-kit/kit/endpoint.Endpoint":        "go-kit endpoint",
	"github.com/go-kratos/kratos/middleware.Handler": "kratos handler",
	"github.com/twitchtv/twirp.Method":               "twirp method",
}

// contract is a method that somebody calls often through an interface.
type contract struct {
	what  string
	needs Need
}

// contracts are the methods of such interfaces, by name and signature.
var contracts = map[string]contract{
	"RoundTrip func(*net/http.Request) (*net/http.Response, error)": {"http.RoundTripper", Request},
	"Handle func(context.Context, log/slog.Record) error":           {"slog handler", Request},
	"Invoke func(context.Context, []byte) ([]byte, error)":          {"AWS Lambda handler", Request},

	"MarshalJSON func() ([]byte, error)":                                        {"json.Marshaler", Loop},
	"UnmarshalJSON func([]byte) error":                                          {"json.Unmarshaler", Loop},
	"MarshalJSONTo func(*encoding/json/jsontext.Encoder) error":                 {"json.MarshalerTo", Loop},
	"UnmarshalJSONFrom func(*encoding/json/jsontext.Decoder) error":             {"json.UnmarshalerFrom", Loop},
	"MarshalText func() ([]byte, error)":                                        {"encoding.TextMarshaler", Loop},
	"UnmarshalText func([]byte) error":                                          {"encoding.TextUnmarshaler", Loop},
	"AppendText func([]byte) ([]byte, error)":                                   {"encoding.TextAppender", Loop},
	"MarshalBinary func() ([]byte, error)":                                      {"encoding.BinaryMarshaler", Loop},
	"UnmarshalBinary func([]byte) error":                                        {"encoding.BinaryUnmarshaler", Loop},
	"AppendBinary func([]byte) ([]byte, error)":                                 {"encoding.BinaryAppender", Loop},
	"MarshalXML func(*encoding/xml.Encoder, encoding/xml.StartElement) error":   {"xml.Marshaler", Loop},
	"UnmarshalXML func(*encoding/xml.Decoder, encoding/xml.StartElement) error": {"xml.Unmarshaler", Loop},
	"Scan func(any) error":                                                      {"sql.Scanner", Loop},
	"Value func() (database/sql/driver.Value, error)":                           {"driver.Valuer", Loop},

	"Less func(int, int) bool":                 {"sort.Interface", Loop},
	"Swap func(int, int)":                      {"sort.Interface", Loop},
	"Hash func() uint32":                       {"hash", Loop},
	"Hash func() uint64":                       {"hash", Loop},
	"Sum32 func() uint32":                      {"hash.Hash32", Loop},
	"Sum64 func() uint64":                      {"hash.Hash64", Loop},
	"Read func([]byte) (int, error)":           {"io.Reader", Loop},
	"Write func([]byte) (int, error)":          {"io.Writer", Loop},
	"ReadByte func() (byte, error)":            {"io.ByteReader", Loop},
	"WriteByte func(byte) error":               {"io.ByteWriter", Loop},
	"WriteString func(string) (int, error)":    {"io.StringWriter", Loop},
	"ReadAt func([]byte, int64) (int, error)":  {"io.ReaderAt", Loop},
	"WriteAt func([]byte, int64) (int, error)": {"io.WriterAt", Loop},
}

// orders are the methods that compare the receiver with a value of its type.
var orders = map[string]bool{"Less": true, "Compare": true, "Cmp": true}
