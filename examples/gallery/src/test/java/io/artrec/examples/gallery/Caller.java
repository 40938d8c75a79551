package io.artrec.examples.gallery;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A visitor without a browser, who keeps cookies and finds the token on the wall. */
final class Caller {
  private static final int ID_DIGITS = 32;
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"");
  private static final Pattern WORK = Pattern.compile("data-work=\"([^\"]*)\"");

  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private String language = "en";

  Caller(URI address) {
    this.address = address;
  }

  Caller speaking(String code) {
    language = code;
    return this;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).build(), BodyHandlers.ofString());
  }

  HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
    return send(request(path).build(), BodyHandlers.ofByteArray());
  }

  String page(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = get(path);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + " gave " + response.statusCode());
    }
    return response.body();
  }

  /** Returns the ids of the works on a page, as they hang. */
  List<String> works(String page) {
    List<String> ids = new ArrayList<>();
    Matcher matcher = WORK.matcher(page);
    while (matcher.find()) {
      ids.add(matcher.group(1));
    }
    return ids;
  }

  String token() throws IOException, InterruptedException {
    Matcher matcher = TOKEN.matcher(page("/about"));
    if (!matcher.find()) {
      throw new AssertionError("no token on the page");
    }
    return matcher.group(1);
  }

  /** Changes something, with the visitor's token; pairs are names and values. */
  HttpResponse<String> change(String path, String... pairs)
      throws IOException, InterruptedException {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("token", token());
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], pairs[i + 1]);
    }
    return post(path, fields, Map.of());
  }

  HttpResponse<String> post(String path, Map<String, String> fields, Map<String, String> headers)
      throws IOException, InterruptedException {
    List<String> encoded = new ArrayList<>();
    fields.forEach((name, value) -> encoded.add(encoded(name) + "=" + encoded(value)));
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(String.join("&", encoded)));
    headers.forEach(request::header);
    return send(request.build(), BodyHandlers.ofString());
  }

  /** Adds a work with the visitor's token. */
  HttpResponse<String> add(String title, byte[] picture) throws IOException, InterruptedException {
    String head =
        part("token", token())
            + part("title", title)
            + part("artist", "A Visitor")
            + "--b\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"p.png\"\r\n\r\n";
    List<byte[]> body =
        List.of(
            head.getBytes(StandardCharsets.UTF_8),
            picture,
            "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        request("/add")
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofByteArrays(body))
            .build();
    return send(request, BodyHandlers.ofString());
  }

  /** Returns the visitor's id, without what signs it. */
  String visitor() {
    String cookie = cookie();
    return cookie.substring(0, Math.min(ID_DIGITS, cookie.length()));
  }

  String cookie() {
    return cookies.getOrDefault("visitor", "");
  }

  Caller withCookie(String value) {
    cookies.put("visitor", value);
    return this;
  }

  /** Goes on as this visitor at another address. */
  Caller at(URI other) {
    Caller same = new Caller(other).speaking(language);
    same.cookies.putAll(cookies);
    return same;
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    HttpResponse<T> response = client.send(request, handler);
    for (String cookie : response.headers().allValues("Set-Cookie")) {
      String pair = cookie.substring(0, cookie.indexOf(';'));
      cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return response;
  }

  private static String part(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    List<String> pairs = new ArrayList<>();
    cookies.forEach((name, value) -> pairs.add(name + "=" + value));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + address.getAuthority() + path))
            .header("Accept-Language", language);
    return pairs.isEmpty() ? request : request.header("Cookie", String.join("; ", pairs));
  }
}
