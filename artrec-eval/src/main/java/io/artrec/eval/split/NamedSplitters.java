package io.artrec.eval.split;

import io.artrec.error.internal.NearNames;
import io.artrec.strategy.Parameters;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The splitters by name, with their settings. */
final class NamedSplitters {
  private static final double RATIO = GlobalTimeSplitter.RATIO;
  private static final double FOLD_IN = 0.8;
  private static final Map<String, Kind> KINDS = kinds();

  private NamedSplitters() {}

  private record Kind(
      String description, List<String> keys, Function<Parameters, Splitter> fromParameters) {}

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    addByVisitor(kinds);
    addByTime(kinds);
    addCold(kinds);
    return kinds;
  }

  private static void addByVisitor(Map<String, Kind> kinds) {
    kinds.put(
        "random",
        new Kind(
            "a share of all pairs of a visitor and a work: ratio=0.2",
            List.of("ratio"),
            p -> Splits.random(ratio(p))));
    kinds.put(
        "per-user",
        new Kind(
            "a share of each visitor's works: ratio=0.2, least=2 (works a tested visitor has),"
                + " latest=false (the newest instead of by chance), repeats=false",
            List.of("ratio", "least", "latest", "repeats"),
            p ->
                new PerUserSplitter(
                    ratio(p), p.getInt("least", 2), p.getBoolean("latest", false), repeats(p))));
    kinds.put(
        "leave-last-out",
        new Kind(
            "the last k works of each visitor: k=1, least=k+1 (works a tested visitor has),"
                + " repeats=false",
            List.of("k", "least", "repeats"),
            p -> {
              int k = p.getInt("k", 1);
              return new LeaveLastOutSplitter(k, p.getInt("least", k + 1), repeats(p));
            }));
  }

  private static void addByTime(Map<String, Kind> kinds) {
    kinds.put(
        "global-time",
        new Kind(
            "everything from one moment on: ratio=0.2 of all events or at=2025-06-01T00:00:00Z,"
                + " repeats=false (later events with a work known before are left out)",
            List.of("ratio", "at", "repeats"),
            NamedSplitters::globalTime));
    kinds.put(
        "rolling",
        new Kind(
            "windows of time up to the last event, each on all before it: windows=3, width=30d,"
                + " repeats=false",
            List.of("windows", "width", "repeats"),
            p ->
                new RollingSplitter(
                    p.getInt("windows", 3), TimeText.width(p.getString("width", "")), repeats(p))));
    kinds.put(
        "k-fold",
        new Kind(
            "cross validation: folds=5, by=event (pairs of a visitor and a work are dealt) or"
                + " by=visitor (visitors are; then ratio=0.2 of their works is tested, least=2)",
            List.of("folds", "by", "ratio", "least"),
            NamedSplitters::kFold));
  }

  private static void addCold(Map<String, Kind> kinds) {
    kinds.put(
        "cold-user",
        new Kind(
            "a share of visitors is not learned from: ratio=0.2, fold-in=0.8 (share of their works"
                + " known when they ask, 0 for none), least=2, latest=false (the newest are"
                + " tested)",
            List.of("ratio", "fold-in", "least", "latest"),
            p -> {
              double foldIn = p.getDouble("fold-in", FOLD_IN);
              return new ColdUserSplitter(
                  ratio(p),
                  foldIn,
                  p.getInt("least", ColdUserSplitter.leastOf(foldIn)),
                  p.getBoolean("latest", false));
            }));
    kinds.put(
        "cold-artwork",
        new Kind(
            "a share of works is not learned from: ratio=0.2",
            List.of("ratio"),
            p -> Splits.coldArtwork(ratio(p))));
    kinds.put(
        "grouped",
        new Kind(
            "a share of artists with all their works is not learned from: ratio=0.2, by=artist"
                + " (or movement, genre, medium, technique, subject, any attribute)",
            List.of("ratio", "by"),
            p -> Splits.grouped(ratio(p), p.getString("by", "artist"))));
  }

  static List<String> names() {
    return List.copyOf(KINDS.keySet());
  }

  static String description(String name) {
    return kind(name).description();
  }

  static Splitter parse(String text) {
    int colon = text.indexOf(':');
    String name = (colon < 0 ? text : text.substring(0, colon)).strip();
    Kind kind = kind(name);
    try {
      Parameters parameters = Parameters.parse(colon < 0 ? "" : text.substring(colon + 1));
      requireKnown(parameters, kind.keys());
      return kind.fromParameters().apply(parameters);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("split '" + text + "': " + e.getMessage(), e);
    }
  }

  private static Kind kind(String name) {
    Kind kind = KINDS.get(name);
    if (kind == null) {
      throw new IllegalArgumentException(
          "split '"
              + name
              + "' is unknown, expected one of "
              + String.join(", ", names())
              + NearNames.question(name, names()));
    }
    return kind;
  }

  private static void requireKnown(Parameters parameters, List<String> keys) {
    for (String pair : parameters.toString().split(",", -1)) {
      String key = pair.substring(0, Math.max(0, pair.indexOf('=')));
      if (!key.isEmpty() && !keys.contains(key)) {
        throw new IllegalArgumentException(
            "there is no setting '"
                + key
                + "', expected one of "
                + String.join(", ", keys)
                + NearNames.question(key, keys));
      }
    }
  }

  private static boolean given(Parameters parameters, String key) {
    return !parameters.getString(key, "").isEmpty();
  }

  private static double ratio(Parameters parameters) {
    return parameters.getDouble("ratio", RATIO);
  }

  private static boolean repeats(Parameters parameters) {
    return parameters.getBoolean("repeats", false);
  }

  private static Splitter globalTime(Parameters parameters) {
    if (given(parameters, "ratio") && given(parameters, "at")) {
      throw new IllegalArgumentException("ratio and at are both given, expected one of them");
    }
    Optional<Instant> at =
        given(parameters, "at")
            ? Optional.of(TimeText.moment(parameters.getString("at", "")))
            : Optional.empty();
    return new GlobalTimeSplitter(ratio(parameters), at, repeats(parameters));
  }

  private static Splitter kFold(Parameters parameters) {
    int folds = parameters.getInt("folds", 5);
    String by = parameters.getString("by", "event");
    if (by.equals("visitor")) {
      return new UserFoldSplitter(folds, ratio(parameters), parameters.getInt("least", 2));
    }
    if (!by.equals("event")) {
      throw new IllegalArgumentException("by is '" + by + "', expected event or visitor");
    }
    if (given(parameters, "ratio") || given(parameters, "least")) {
      throw new IllegalArgumentException("ratio and least only count with by=visitor");
    }
    return new KFoldSplitter(folds);
  }
}
