package io.artrec.examples.gallery.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.examples.gallery.html.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebServerTest {
  private Optional<WebServer> open = Optional.empty();

  @AfterEach
  void close() {
    open.ifPresent(WebServer::close);
  }

  private WebServer serve(ServerLimits limits) throws IOException {
    Routes routes =
        new Routes()
            .get("/", request -> Response.page(200, Tag.of("html").text("here")))
            .get(
                "/noted",
                request ->
                    Response.page(
                        200, Tag.of("html").text(request.takeChange() ? "noted" : "not noted")))
            .get(
                "/broken",
                request -> {
                  throw new IllegalStateException("a secret");
                })
            .post(
                "/form", request -> Response.page(200, Tag.of("html").text(request.required("a"))));
    WebServer server =
        new WebServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new WebServer.Site(routes, WebServerTest::error),
            limits);
    open = Optional.of(server);
    return server;
  }

  private static Response error(Request request, int status, Optional<String> incident) {
    return Response.page(status, Tag.of("html").text("no " + incident.orElse("")));
  }

  private static String said(WebServer server, String request) throws IOException {
    try (Socket socket = new Socket("localhost", server.address().getPort());
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String get(String path, String host) {
    return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
  }

  private static String post(String type, String body) {
    return "POST /form HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  @Test
  void whatFails_isANumberForTheAsker_andNothingElse() throws IOException {
    String answer = said(serve(ServerLimits.standard()), get("/broken", "localhost"));
    assertThat(answer).startsWith("HTTP/1.1 500").containsPattern("no [0-9a-f]{8}</html>");
    assertThat(answer).doesNotContain("secret", "Exception", "\tat ");
    assertThat(answer).contains("Content-security-policy: default-src 'self'");
  }

  @Test
  void otherHosts_areRefusedOnLoopback() throws IOException {
    WebServer server = serve(ServerLimits.standard());
    assertThat(said(server, get("/", "localhost:80"))).startsWith("HTTP/1.1 200");
    assertThat(said(server, get("/", "127.0.0.1"))).startsWith("HTTP/1.1 200");
    assertThat(said(server, get("/", "[::1]:8080"))).startsWith("HTTP/1.1 200");
    assertThat(said(server, get("/", "rebound.example"))).startsWith("HTTP/1.1 421");
    assertThat(said(server, get("/", "localhost.rebound.example"))).startsWith("HTTP/1.1 421");
  }

  @Test
  void bodies_areBoundedByWhatTheySayAndByWhatTheyAre() throws IOException {
    WebServer server = serve(ServerLimits.standard().withUploadBytes(300));
    String form = "application/x-www-form-urlencoded";
    assertThat(said(server, post(form, "a=yes"))).startsWith("HTTP/1.1 200").contains("yes");
    assertThat(said(server, post(form, "a=" + "x".repeat(70_000)))).startsWith("HTTP/1.1 413");
    assertThat(said(server, post("multipart/form-data; boundary=b", "--b" + "x".repeat(400))))
        .startsWith("HTTP/1.1 413");
    String chunked =
        "POST /form HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
            + form
            + "\r\nTransfer-Encoding: chunked\r\n\r\n10100\r\n"
            + "x".repeat(0x10100)
            + "\r\n0\r\n\r\n";
    assertThat(said(server, chunked)).startsWith("HTTP/1.1 413");
    assertThat(said(server, post("text/plain", "a"))).startsWith("HTTP/1.1 415");
    assertThat(said(server, post(form, "b=1"))).startsWith("HTTP/1.1 400");
  }

  @Test
  void longAddresses_otherMethods_andUnknownPaths_areRefused() throws IOException {
    WebServer server = serve(ServerLimits.standard());
    assertThat(said(server, get("/?" + "a".repeat(5000), "localhost"))).startsWith("HTTP/1.1 414");
    assertThat(said(server, get("/", "localhost").replace("GET", "DELETE")))
        .startsWith("HTTP/1.1 4");
    assertThat(said(server, get("/none", "localhost"))).startsWith("HTTP/1.1 404");
    assertThat(said(server, get("/%zz", "localhost"))).startsWith("HTTP/1.1 4");
  }

  @Test
  void tooManyRequestsOrChanges_areRefused() throws IOException {
    WebServer few = serve(ServerLimits.standard().withRequests(0.0005));
    assertThat(said(few, get("/", "localhost"))).startsWith("HTTP/1.1 429");
    few.close();
    WebServer server = serve(ServerLimits.standard().withChanges(0.0005));
    assertThat(said(server, get("/", "localhost"))).startsWith("HTTP/1.1 200");
    assertThat(said(server, post("application/x-www-form-urlencoded", "a=1")))
        .startsWith("HTTP/1.1 429");
  }

  @Test
  void pageThatRecords_takesFromTheChanges() throws IOException {
    WebServer server = serve(ServerLimits.standard().withChanges(0.0005));
    assertThat(said(server, get("/noted", "localhost"))).contains(">not noted<");
    server.close();
    assertThat(said(serve(ServerLimits.standard()), get("/noted", "localhost")))
        .contains(">noted<");
  }

  @Test
  void slowAskers_areBounded() throws IOException {
    serve(ServerLimits.standard());
    assertThat(Integer.getInteger("sun.net.httpserver.maxReqTime", 0)).isBetween(1, 120);
    assertThat(Integer.getInteger("sun.net.httpserver.maxRspTime", 0)).isBetween(1, 120);
  }

  @Test
  void head_hasNoBody() throws IOException {
    String answer =
        said(serve(ServerLimits.standard()), get("/", "localhost").replace("GET", "HEAD"));
    assertThat(answer).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
  }
}
