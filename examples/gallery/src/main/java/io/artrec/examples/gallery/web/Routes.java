package io.artrec.examples.gallery.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which handler answers which path. Not thread-safe while routes are added. */
public final class Routes {
  private static final int MOST_PARTS = 20;

  private final List<Route> routes = new ArrayList<>();

  private record Route(String method, List<String> parts, Handler handler) {
    /** Parameters of a path that fits; a part of it in braces is one. */
    Optional<Map<String, String>> match(List<String> path) {
      if (path.size() != parts.size()) {
        return Optional.empty();
      }
      Map<String, String> parameters = new HashMap<>();
      for (int i = 0; i < parts.size(); i++) {
        String part = parts.get(i);
        if (part.startsWith("{")) {
          parameters.put(part.substring(1, part.length() - 1), path.get(i));
        } else if (!part.equals(path.get(i))) {
          return Optional.empty();
        }
      }
      return Optional.of(parameters);
    }
  }

  /** A handler with what it is to be told of the path. */
  record Found(Handler handler, Map<String, String> parameters) {}

  /**
   * Adds a page.
   *
   * @param template its path, such as {@code /work/{id}}
   * @param handler what answers
   * @return these routes
   */
  public Routes get(String template, Handler handler) {
    routes.add(new Route("GET", parts(template), handler));
    return this;
  }

  /**
   * Adds a change.
   *
   * @param template its path
   * @param handler what makes it
   * @return these routes
   */
  public Routes post(String template, Handler handler) {
    routes.add(new Route("POST", parts(template), handler));
    return this;
  }

  private static List<String> parts(String path) {
    return List.of(path.split("/", MOST_PARTS));
  }

  /** Finds the handler of a path that is not decoded yet. */
  Found find(String method, String rawPath) {
    List<String> path =
        parts(rawPath).stream().map(part -> FormData.decoded(part.replace("+", "%2B"))).toList();
    String asked = method.equals("HEAD") ? "GET" : method;
    Set<String> others = new TreeSet<>();
    for (Route route : routes) {
      Optional<Map<String, String>> parameters = route.match(path);
      if (parameters.isPresent()) {
        if (route.method().equals(asked)) {
          return new Found(route.handler(), parameters.get());
        }
        others.add(route.method());
      }
    }
    throw others.isEmpty()
        ? Refusal.notFound(rawPath)
        : new Refusal(405, method + " is not for " + rawPath + ", but " + others);
  }
}
