package io.artrec.examples.gallery.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves routes over HTTP, by the server of the JDK. Every answer carries headers that forbid
 * scripts and styles from anywhere but here; changes from other sites, hosts of other names, bodies
 * that are too long and askers who ask too much are refused; what goes wrong is logged under a
 * number, which is all that the asker sees of it.
 */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final int THREADS = 16;
  private static final int BACKLOG = 100;
  private static final double AT_ONCE = 4;
  private static final int MOST_ADDRESS = 4000;
  private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), microphone=(), geolocation=()");

  static {
    // Without it the server of the JDK waits 40 ms for an acknowledgement before the body.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Routes routes;
  private final ErrorPages errors;
  private final ServerLimits limits;
  private final RateLimit requests;
  private final RateLimit changes;

  /** Says in a page what went wrong. */
  @FunctionalInterface
  public interface ErrorPages {
    /**
     * Makes the page.
     *
     * @param request what was asked
     * @param status the HTTP status
     * @param incident under which number the log has it; empty when it was the asker's doing
     * @return the page
     */
    Response page(Request request, int status, Optional<String> incident);
  }

  /**
   * Starts serving.
   *
   * @param address where; port 0 takes any that is free
   * @param site what
   * @param limits how much
   * @throws IOException if the address is taken or not this machine's
   */
  public WebServer(InetSocketAddress address, Site site, ServerLimits limits) throws IOException {
    routes = site.routes();
    errors = site.errors();
    this.limits = limits;
    requests = new RateLimit(AT_ONCE * limits.requests(), limits.requests(), System::nanoTime);
    changes = new RateLimit(AT_ONCE * limits.changes(), limits.changes(), System::nanoTime);
    server = HttpServer.create(address, BACKLOG);
    server.setExecutor(threads);
    server.createContext("/", this::exchange);
    server.start();
  }

  /**
   * What is served.
   *
   * @param routes its pages and changes
   * @param errors its pages for what goes wrong
   */
  public record Site(Routes routes, ErrorPages errors) {}

  /**
   * Returns where the gallery is.
   *
   * @return an address for browsers
   */
  public URI address() {
    InetSocketAddress bound = server.getAddress();
    String host =
        bound.getAddress().isLoopbackAddress() ? "localhost" : bound.getAddress().getHostAddress();
    return URI.create("http://" + host + ":" + bound.getPort() + "/");
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      Request.Builder request =
          new Request.Builder(method, exchange.getRequestURI())
              .headers(exchange.getRequestHeaders())
              .local(exchange.getRemoteAddress().getAddress().isLoopbackAddress());
      Response response;
      try {
        response = answer(exchange, request);
      } catch (Refusal e) {
        response = errors.page(request.build(), e.status(), Optional.empty());
      } catch (IOException | RuntimeException | StackOverflowError e) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("incident {}: {} {}", incident, method, exchange.getRequestURI().getPath(), e);
        response = errors.page(request.build(), 500, Optional.of(incident));
      }
      send(exchange, method, response);
    }
  }

  private Response answer(HttpExchange exchange, Request.Builder request) throws IOException {
    String method = exchange.getRequestMethod();
    String asker = exchange.getRemoteAddress().getAddress().getHostAddress();
    boolean change = !method.equals("GET") && !method.equals("HEAD");
    if (!requests.take(asker) || (change && !changes.take(asker))) {
      throw new Refusal(429, "too many requests");
    }
    requireOwnHost(exchange);
    URI uri = exchange.getRequestURI();
    if (uri.toString().length() > MOST_ADDRESS) {
      throw new Refusal(414, "the address is too long");
    }
    Routes.Found found = routes.find(method, uri.getRawPath());
    String query = uri.getRawQuery();
    request.parameters(query == null ? Map.of() : FormData.pairs(query));
    request.parameters(found.parameters());
    if (change) {
      requireSameSite(exchange);
      request.form(form(exchange));
    }
    return found.handler().handle(request.build());
  }

  /** On a loopback address only its own names are served, whatever a name server was made say. */
  private void requireOwnHost(HttpExchange exchange) {
    if (!server.getAddress().getAddress().isLoopbackAddress()) {
      return;
    }
    String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
    String name = host.replaceFirst(":[0-9]+$", "").toLowerCase(Locale.ROOT);
    if (!LOCAL_NAMES.contains(name)) {
      throw new Refusal(421, "the host '" + host + "' is not this one");
    }
  }

  private static void requireSameSite(HttpExchange exchange) {
    String site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      throw new Refusal(403, "a change that another site asks for");
    }
  }

  private FormData form(HttpExchange exchange) throws IOException {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type == null) {
      throw new Refusal(415, "a body that does not say what it is");
    }
    int most = type.startsWith("multipart/") ? limits.uploadBytes() : limits.formBytes();
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    if (length != null && length.matches("[0-9]{1,18}") && Long.parseLong(length) > most) {
      throw new Refusal(413, "a body of more than " + most + " bytes");
    }
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readNBytes(most + 1);
      if (body.length > most) {
        throw new Refusal(413, "a body of more than " + most + " bytes");
      }
      return FormData.read(type, body);
    }
  }

  private static void send(HttpExchange exchange, String method, Response response)
      throws IOException {
    HEADERS.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    response.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.getResponseHeaders().put("Set-Cookie", List.copyOf(response.cookies()));
    byte[] body = response.body();
    if (method.equals("HEAD") || body.length == 0) {
      exchange.sendResponseHeaders(response.status(), -1);
    } else {
      exchange.sendResponseHeaders(response.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Stops serving; what is being answered is given a second. */
  @Override
  public void close() {
    server.stop(1);
    threads.shutdownNow();
  }
}
