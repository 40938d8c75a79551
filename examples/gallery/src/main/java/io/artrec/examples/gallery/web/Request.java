package io.artrec.examples.gallery.web;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody asks for. Values are cut off at a length and mean nothing but themselves. Immutable
 * but for its body.
 */
public final class Request {
  private static final int MOST_CHARACTERS = 2000;

  private final String method;
  private final String path;
  private final String query;
  private final Map<String, String> parameters;
  private final Map<String, String> cookies;
  private final Map<String, List<String>> headers;
  private final FormData form;
  private final boolean local;

  private Request(Builder builder) {
    method = builder.method;
    path = builder.path;
    query = builder.query;
    parameters = builder.parameters;
    cookies = builder.cookies;
    headers = builder.headers;
    form = builder.form;
    local = builder.local;
  }

  /** Gathers the parts of a request. */
  static final class Builder {
    private final String method;
    private final String path;
    private final String query;
    private final Map<String, String> parameters = new HashMap<>();
    private Map<String, String> cookies = Map.of();
    private Map<String, List<String>> headers = Map.of();
    private FormData form = FormData.none();
    private boolean local;

    Builder(String method, URI address) {
      this.method = method;
      path = address.getRawPath();
      query = address.getRawQuery() == null ? "" : address.getRawQuery();
    }

    Builder parameters(Map<String, String> more) {
      parameters.putAll(more);
      return this;
    }

    Builder headers(Map<String, List<String>> all) {
      headers = all;
      cookies = Cookies.read(all.getOrDefault("Cookie", List.of()));
      return this;
    }

    Builder form(FormData data) {
      form = data;
      return this;
    }

    Builder local(boolean isLocal) {
      local = isLocal;
      return this;
    }

    Request build() {
      return new Request(this);
    }
  }

  /**
   * Returns the method.
   *
   * @return such as {@code GET}
   */
  public String method() {
    return method;
  }

  /**
   * Returns the path, as it stands in the address.
   *
   * @return begins with a slash; percent signs are not resolved
   */
  public String path() {
    return path;
  }

  /**
   * Returns the path with what stands behind its question mark.
   *
   * @return begins with a slash; percent signs are not resolved
   */
  public String address() {
    return query.isEmpty() ? path : path + "?" + query;
  }

  /**
   * Tells whether the request comes from this machine.
   *
   * @return true for loopback addresses
   */
  public boolean isLocal() {
    return local;
  }

  /**
   * Returns a value of the form, of the address behind its question mark, or of its path.
   *
   * @param name its name
   * @return the value, without spaces at its ends, at most 2,000 characters; empty where there is
   *     none, or only spaces
   */
  public Optional<String> value(String name) {
    return form.value(name)
        .or(() -> Optional.ofNullable(parameters.get(name)))
        .map(value -> value.substring(0, Math.min(value.length(), MOST_CHARACTERS)).strip())
        .filter(value -> !value.isEmpty());
  }

  /**
   * Returns a value that must be there.
   *
   * @param name its name
   * @return the value
   * @throws Refusal where it is not
   */
  public String required(String name) {
    return value(name).orElseThrow(() -> new Refusal(400, "the value '" + name + "' is missing"));
  }

  /**
   * Returns a whole number, kept within bounds.
   *
   * @param name its name
   * @param least the least
   * @param most the most
   * @return the number; empty where there is none or it is no number
   */
  public Optional<Integer> number(String name, int least, int most) {
    return value(name)
        .filter(value -> value.matches("-?[0-9]{1,9}"))
        .map(value -> Math.max(least, Math.min(most, Integer.parseInt(value))));
  }

  /**
   * Returns a file of the form.
   *
   * @param name the field's name
   * @return the bytes; empty where there is none
   */
  public Optional<byte[]> file(String name) {
    return form.file(name);
  }

  /**
   * Returns a cookie.
   *
   * @param name its name
   * @return its value
   */
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name));
  }

  /**
   * Returns a header.
   *
   * @param name its name, each word with a capital
   * @return its first value
   */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /**
   * Tells whether a text names the bytes that a browser has.
   *
   * @param tag what {@link Response#kept} would say
   * @return true when it has them
   */
  public boolean has(String tag) {
    return header("If-None-Match").filter(given -> given.equals('"' + tag + '"')).isPresent();
  }
}
