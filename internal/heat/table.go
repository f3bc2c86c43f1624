package heat

// The entry points of the frameworks, by the shape of their code. Names are
// those of typeKey and sigKey: full import paths without major versions, no
// type arguments. Read from the newest version of each module.

// signatures are functions that are entry points by their exact signature.
var signatures = map[string]string{
	"func(net/http.ResponseWriter, *net/http.Request)":                                                                                                            "net/http handler",
	"func(net/http.ResponseWriter, *net/http.Request) error":                                                                                                      "net/http handler",
	"func(net/http.ResponseWriter, *net/http.Request, map[string]string)":                                                                                         "grpc-gateway handler",
	"func(net/http.ResponseWriter, *net/http.Request, github.com/julienschmidt/httprouter.Params)":                                                                "httprouter handler",
	"func(github.com/gofiber/fiber.Req, github.com/gofiber/fiber.Res)":                                                                                            "fiber handler",
	"func(github.com/gofiber/fiber.Req, github.com/gofiber/fiber.Res) error":                                                                                      "fiber handler",
	"func(github.com/gofiber/fiber.Req, github.com/gofiber/fiber.Res, func())":                                                                                    "fiber handler",
	"func(github.com/gofiber/fiber.Req, github.com/gofiber/fiber.Res, func() error)":                                                                              "fiber handler",
	"func(github.com/gofiber/fiber.Req, github.com/gofiber/fiber.Res, func()) error":                                                                              "fiber handler",
	"func(github.com/gofiber/fiber.Req, github.com/gofiber/fiber.Res, func() error) error":                                                                        "fiber handler",
	"func(context.Context, net/http.ResponseWriter, *net/http.Request, any) (any, error)":                                                                         "oapi-codegen handler",
	"func(context.Context, any, *google.golang.org/grpc.UnaryServerInfo, google.golang.org/grpc.UnaryHandler) (any, error)":                                       "gRPC interceptor",
	"func(any, google.golang.org/grpc.ServerStream, *google.golang.org/grpc.StreamServerInfo, google.golang.org/grpc.StreamHandler) error":                        "gRPC interceptor",
	"func(context.Context, string, any, any, *google.golang.org/grpc.ClientConn, google.golang.org/grpc.UnaryInvoker, []google.golang.org/grpc.CallOption) error": "gRPC client interceptor",
	"func(context.Context, *google.golang.org/grpc.StreamDesc, *google.golang.org/grpc.ClientConn, string, google.golang.org/grpc.Streamer, []google.golang.org/grpc.CallOption) (google.golang.org/grpc.ClientStream, error)": "gRPC client interceptor",
	"func(context.Context, connectrpc.com/connect.AnyRequest) (connectrpc.com/connect.AnyResponse, error)":                                                                                                                     "connect interceptor",
	"func(context.Context, connectrpc.com/connect.StreamingHandlerConn) error":                                                                                                                                                 "connect interceptor",
	"func(*github.com/ThreeDotsLabs/watermill/message.Message) ([]*github.com/ThreeDotsLabs/watermill/message.Message, error)":                                                                                                 "watermill handler",
	"func(*github.com/ThreeDotsLabs/watermill/message.Message) error":                                                                                                                                                          "watermill handler",
	"func(context.Context, any, github.com/99designs/gqlgen/graphql.Resolver) (any, error)":                                                                                                                                    "GraphQL field middleware",
	"func(context.Context, github.com/99designs/gqlgen/graphql.Resolver) (any, error)":                                                                                                                                         "GraphQL field middleware",
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
	"*github.com/valyala/fasthttp.RequestCtx":                      "fasthttp handler",
	"*github.com/kataras/iris/context.Context":                     "iris handler",
	"*github.com/cloudwego/hertz/pkg/app.RequestContext":           "hertz handler",
	"github.com/go-kratos/kratos/transport/http.Context":           "kratos handler",
	"google.golang.org/grpc.ServerStreamingServer":                 "gRPC stream",
	"google.golang.org/grpc.ClientStreamingServer":                 "gRPC stream",
	"google.golang.org/grpc.BidiStreamingServer":                   "gRPC stream",
	"google.golang.org/grpc.ServerStream":                          "gRPC stream",
	"*connectrpc.com/connect.Request":                              "connect method",
	"*connectrpc.com/connect.ServerStream":                         "connect stream",
	"*connectrpc.com/connect.ClientStream":                         "connect stream",
	"*connectrpc.com/connect.BidiStream":                           "connect stream",
	"*github.com/nats-io/nats.go.Msg":                              "NATS message handler",
	"github.com/nats-io/nats.go/jetstream.Msg":                     "NATS message handler",
	"github.com/nats-io/nats.go/micro.Request":                     "NATS request handler",
	"*cloud.google.com/go/pubsub.Message":                          "Pub/Sub message handler",
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

// registrations are functions that make their function arguments, or the
// methods of their interface arguments, entry points.
var registrations = map[string]string{
	"github.com/danielgtaylor/huma.Register": "huma operation",
	"github.com/danielgtaylor/huma.Get":      "huma operation",
	"github.com/danielgtaylor/huma.Post":     "huma operation",
	"github.com/danielgtaylor/huma.Put":      "huma operation",
	"github.com/danielgtaylor/huma.Patch":    "huma operation",
	"github.com/danielgtaylor/huma.Delete":   "huma operation",
	"github.com/danielgtaylor/huma.Head":     "huma operation",
	"github.com/danielgtaylor/huma.Options":  "huma operation",

	"github.com/aws/aws-lambda-go/lambda.Start":                 "AWS Lambda handler",
	"github.com/aws/aws-lambda-go/lambda.StartWithContext":      "AWS Lambda handler",
	"github.com/aws/aws-lambda-go/lambda.StartWithOptions":      "AWS Lambda handler",
	"github.com/aws/aws-lambda-go/lambda.StartHandlerFunc":      "AWS Lambda handler",
	"github.com/aws/aws-lambda-go/lambda.NewHandler":            "AWS Lambda handler",
	"github.com/aws/aws-lambda-go/lambda.NewHandlerWithOptions": "AWS Lambda handler",

	"github.com/ThreeDotsLabs/watermill/components/cqrs.NewCommandHandler":    "watermill handler",
	"github.com/ThreeDotsLabs/watermill/components/cqrs.NewEventHandler":      "watermill handler",
	"github.com/ThreeDotsLabs/watermill/components/cqrs.NewGroupEventHandler": "watermill handler",

	"github.com/modelcontextprotocol/go-sdk/mcp.AddTool": "MCP tool",
}

// methodRegistrations make the exported methods of an argument entry points;
// those whose names start with one of the words, or all if there are none.
var methodRegistrations = map[string]struct {
	what  string
	words []string
}{
	"(*github.com/kataras/iris/mvc.Application).Handle":                        {"iris controller", []string{"Get", "Post", "Put", "Patch", "Delete", "Head", "Options", "Any", "All"}},
	"(go.temporal.io/sdk/worker.Worker).RegisterActivity":                      {"Temporal activity", nil},
	"(go.temporal.io/sdk/worker.Worker).RegisterActivityWithOptions":           {"Temporal activity", nil},
	"(go.temporal.io/sdk/worker.Registry).RegisterActivity":                    {"Temporal activity", nil},
	"(go.temporal.io/sdk/worker.Registry).RegisterActivityWithOptions":         {"Temporal activity", nil},
	"(go.temporal.io/sdk/worker.ActivityRegistry).RegisterActivity":            {"Temporal activity", nil},
	"(go.temporal.io/sdk/worker.ActivityRegistry).RegisterActivityWithOptions": {"Temporal activity", nil},
}

// contract is a method that the standard library calls often.
type contract struct {
	sig   string
	what  string
	needs Need
}

// contracts are the methods of standard interfaces, by name.
var contracts = map[string]contract{
	"RoundTrip":     {"func(*net/http.Request) (*net/http.Response, error)", "http.RoundTripper", Request},
	"Handle":        {"func(context.Context, log/slog.Record) error", "slog handler", Request},
	"Invoke":        {"func(context.Context, []byte) ([]byte, error)", "AWS Lambda handler", Request},
	"MarshalJSON":   {"func() ([]byte, error)", "json.Marshaler", Loop},
	"UnmarshalJSON": {"func([]byte) error", "json.Unmarshaler", Loop},
	"MarshalText":   {"func() ([]byte, error)", "encoding.TextMarshaler", Loop},
	"UnmarshalText": {"func([]byte) error", "encoding.TextUnmarshaler", Loop},
	"Less":          {"func(int, int) bool", "sort.Interface", Loop},
	"Scan":          {"func(any) error", "sql.Scanner", Loop},
	"Value":         {"func() (database/sql/driver.Value, error)", "driver.Valuer", Loop},
	"Read":          {"func([]byte) (int, error)", "io.Reader", Loop},
	"Write":         {"func([]byte) (int, error)", "io.Writer", Loop},
}

// receivers are the calls that take the next message from a queue or
// connection: the loop around one runs per message.
var receivers = map[string]string{
	"(*github.com/segmentio/kafka-go.Reader).ReadMessage":                      "Kafka consumer loop",
	"(*github.com/segmentio/kafka-go.Reader).FetchMessage":                     "Kafka consumer loop",
	"(*github.com/twmb/franz-go/pkg/kgo.Client).PollFetches":                   "Kafka consumer loop",
	"(*github.com/twmb/franz-go/pkg/kgo.Client).PollRecords":                   "Kafka consumer loop",
	"(github.com/twmb/franz-go/pkg/kgo.Fetches).RecordsAll":                    "Kafka consumer loop",
	"(*github.com/confluentinc/confluent-kafka-go/kafka.Consumer).Poll":        "Kafka consumer loop",
	"(*github.com/confluentinc/confluent-kafka-go/kafka.Consumer).ReadMessage": "Kafka consumer loop",
	"(github.com/IBM/sarama.ConsumerGroupClaim).Messages":                      "Kafka consumer loop",
	"(*github.com/nats-io/nats.go.Subscription).NextMsg":                       "NATS consumer loop",
	"(*github.com/nats-io/nats.go.Subscription).NextMsgWithContext":            "NATS consumer loop",
	"(*github.com/nats-io/nats.go.Subscription).Fetch":                         "NATS consumer loop",
	"(github.com/nats-io/nats.go/jetstream.MessagesContext).Next":              "NATS consumer loop",
	"(github.com/nats-io/nats.go/jetstream.Consumer).Next":                     "NATS consumer loop",
	"(github.com/nats-io/nats.go/jetstream.Consumer).Fetch":                    "NATS consumer loop",
	"(*github.com/gorilla/websocket.Conn).ReadMessage":                         "websocket message loop",
	"(*github.com/gorilla/websocket.Conn).ReadJSON":                            "websocket message loop",
	"(*github.com/gorilla/websocket.Conn).NextReader":                          "websocket message loop",
	"(*github.com/coder/websocket.Conn).Read":                                  "websocket message loop",
	"(*github.com/coder/websocket.Conn).Reader":                                "websocket message loop",
}

// receiveNames are the method names in receivers.
var receiveNames = func() map[string]bool {
	names := make(map[string]bool)
	for full := range receivers {
		names[full[lastDot(full)+1:]] = true
	}
	return names
}()

func lastDot(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == '.' {
			return i
		}
	}
	return -1
}

// messages are the element types of channels that deliver messages.
var messages = map[string]string{
	"github.com/rabbitmq/amqp091-go.Delivery":             "AMQP consumer loop",
	"*github.com/IBM/sarama.ConsumerMessage":              "Kafka consumer loop",
	"*github.com/nats-io/nats.go.Msg":                     "NATS consumer loop",
	"*github.com/ThreeDotsLabs/watermill/message.Message": "watermill consumer loop",
}
