package io.artrec.llm.chat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server of the bytes that a test wants, whatever HTTP says of them. */
final class StubServer implements AutoCloseable {
  /** What it does with a request. */
  interface Handler {
    void answer(Seen seen, OutputStream out) throws IOException;
  }

  /** A request: its head in lower case, its body, and the rest of its connection. */
  record Seen(String head, String body, InputStream rest) {
    /** Waits until the client has gone. */
    void awaitGone() throws IOException {
      try {
        while (rest.read() >= 0) {}
      } catch (SocketException e) {
        return;
      }
    }
  }

  private final ServerSocket socket;
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final Handler handler;

  StubServer(Handler handler) {
    this.handler = handler;
    try {
      socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  /** A server that answers every request with the same JSON. */
  static StubServer saying(String json) {
    return new StubServer((request, out) -> reply(out, 200, "", json));
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "stub-server");
    thread.setDaemon(true);
    thread.start();
  }

  String baseUrl() {
    return "http://"
        + socket.getInetAddress().getHostAddress()
        + ":"
        + socket.getLocalPort()
        + "/v1";
  }

  List<Seen> seen() {
    return seen;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        daemon(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      String head = head(in);
      byte[] body = in.readNBytes(length(head));
      Seen request = new Seen(head, new String(body, StandardCharsets.UTF_8), in);
      seen.add(request);
      handler.answer(request, connection.getOutputStream());
    } catch (IOException e) {
      return;
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      int read = in.read();
      if (read < 0) {
        throw new IOException("no request");
      }
      head.write(read);
    }
    return head.toString(StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.startsWith("content-length:"))
        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  static void reply(OutputStream out, int status, String headers, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + status
            + " X\r\nConnection: close\r\n"
            + headers
            + "Content-Length: "
            + bytes.length
            + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.flush();
  }

  /** The beginning of a stream that ends with its connection. */
  static void openStream(OutputStream out) throws IOException {
    out.write(
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/event-stream\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
