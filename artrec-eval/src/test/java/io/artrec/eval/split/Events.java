package io.artrec.eval.split;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small behaviour for tests. */
final class Events {
  static final long DAY = 86_400_000;

  /** Impressions are not behaviour, and no split holds them. */
  private static final List<InteractionKind> KINDS =
      Stream.of(InteractionKind.values())
          .filter(kind -> kind != InteractionKind.IMPRESSION)
          .toList();

  private Events() {}

  /** Events such as {@code "ann w1 3"}: visitor, work and day; no day, no time. */
  static Interactions of(String... events) {
    Interactions.Builder builder = Interactions.builder();
    for (String event : events) {
      String[] parts = event.split(" ", -1);
      builder.add(
          parts[0],
          parts[1],
          InteractionKind.VIEW,
          1,
          parts.length < 3 ? Interactions.NO_TIME : Long.parseLong(parts[2]) * DAY);
    }
    return builder.build();
  }

  /** A catalogue of the works of some events, each by an artist of its own. */
  static Catalog catalogOf(Interactions events) {
    return Catalog.of(
        IntStream.range(0, events.artworkCount())
            .mapToObj(events::artworkId)
            .map(id -> Artwork.builder(id, id).artist("artist of " + id).build())
            .toList());
  }

  /** The events as {@link #of} takes them. */
  static List<String> text(Interactions events) {
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < events.size(); row++) {
      long time = events.epochMillis(row);
      texts.add(
          events.userId(events.user(row))
              + " "
              + events.artworkId(events.artwork(row))
              + (time == Interactions.NO_TIME ? "" : " " + time / DAY));
    }
    return texts;
  }

  /** Many events of many visitors, with repeats and equal times, each with an id of its own. */
  static Interactions random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Interactions.Builder builder = Interactions.builder();
    int size = 600 + random.nextInt(400);
    for (int event = 0; event < size; event++) {
      double visitor = random.nextDouble();
      double work = random.nextDouble();
      builder.add(
          "u" + (int) (60 * visitor * visitor),
          "w" + (int) (50 * work * work),
          KINDS.get(random.nextInt(KINDS.size())),
          random.nextInt(11) / 2f,
          DAY * random.nextInt(300),
          random.nextInt(5) == 0 ? "comment, \"" + event + "\"\n" : null,
          String.format(Locale.ROOT, "e%04d", event));
    }
    return builder.build();
  }

  static Set<String> ids(Interactions events) {
    return events.stream()
        .map(event -> event.eventId().orElseThrow())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static Set<String> pairs(Interactions events) {
    return events.stream()
        .map(event -> event.user() + " " + event.artwork())
        .collect(Collectors.toSet());
  }

  static Set<String> pairsOf(Interactions events, String user) {
    return pairs(events).stream()
        .filter(pair -> pair.startsWith(user + " "))
        .collect(Collectors.toSet());
  }

  static Set<String> users(Interactions events) {
    return events.stream().map(Interaction::user).collect(Collectors.toSet());
  }

  static Set<String> works(Interactions events) {
    return events.stream().map(Interaction::artwork).collect(Collectors.toSet());
  }

  static long latest(Interactions... parts) {
    return Stream.of(parts)
        .flatMap(Interactions::stream)
        .mapToLong(event -> event.time().orElseThrow().toEpochMilli())
        .max()
        .orElse(0);
  }

  static long earliest(Interactions events) {
    return events.stream()
        .mapToLong(event -> event.time().orElseThrow().toEpochMilli())
        .min()
        .orElseThrow();
  }
}
