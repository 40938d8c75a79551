package io.artrec.examples.gallery.web;

import io.artrec.examples.gallery.html.Html;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a request is answered with. Not thread-safe while it is made. */
public final class Response {
  private static final String PRIVATE = "no-store";

  private final int status;
  private final byte[] body;
  private final Map<String, String> headers = new TreeMap<>();
  private final List<String> cookies = new ArrayList<>();

  private Response(int status, String type, byte[] body) {
    this.status = status;
    this.body = body;
    headers.put("Content-Type", type);
    headers.put("Cache-Control", PRIVATE);
  }

  /**
   * Answers with a page.
   *
   * @param status the HTTP status
   * @param page its element {@code html}
   * @return the response
   */
  public static Response page(int status, Html page) {
    StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    page.write(out);
    return new Response(
        status, "text/html; charset=utf-8", out.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Answers with bytes of a kind.
   *
   * @param type the media type
   * @param body the bytes
   * @return the response, of status 200
   */
  public static Response bytes(String type, byte[] body) {
    return new Response(200, type, body);
  }

  /**
   * Sends the asker to another page of the gallery, to be got by GET.
   *
   * @param path the path, beginning with one slash
   * @return the response, of status 303
   */
  public static Response redirect(String path) {
    if (!path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
      throw new IllegalArgumentException("'" + path + "' is no path of the gallery");
    }
    Response response = new Response(303, "text/plain; charset=utf-8", new byte[0]);
    response.headers.put("Location", path);
    return response;
  }

  /**
   * Answers that what the asker has is still right.
   *
   * @param seconds how long it may be kept
   * @param tag of what it has
   * @return the response, of status 304
   */
  public static Response unchanged(long seconds, String tag) {
    return new Response(304, "text/plain; charset=utf-8", new byte[0]).kept(seconds, tag);
  }

  /**
   * Sets a header.
   *
   * @param name its name
   * @param value its value, without line ends
   * @return this response
   */
  public Response header(String name, String value) {
    if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new IllegalArgumentException("the value of the header " + name + " is not plain text");
    }
    headers.put(name, value);
    return this;
  }

  /**
   * Lets browsers keep this for a time, and ask after it by a tag then.
   *
   * @param seconds how long
   * @param tag of these bytes alone, of letters and digits
   * @return this response
   */
  public Response kept(long seconds, String tag) {
    return header("Cache-Control", "private, max-age=" + seconds).header("ETag", '"' + tag + '"');
  }

  /**
   * Sets a cookie of this gallery for a year, beyond the reach of scripts and of other sites'
   * forms.
   *
   * @param name its name
   * @param value its value, of letters and digits; an empty one takes the cookie away
   * @return this response
   */
  public Response cookie(String name, String value) {
    long age = value.isEmpty() ? 0 : 365L * 24 * 60 * 60;
    cookies.add(name + "=" + value + "; Path=/; Max-Age=" + age + "; HttpOnly; SameSite=Lax");
    return this;
  }

  int status() {
    return status;
  }

  byte[] body() {
    return body;
  }

  Map<String, String> headers() {
    return headers;
  }

  List<String> cookies() {
    return cookies;
  }
}
