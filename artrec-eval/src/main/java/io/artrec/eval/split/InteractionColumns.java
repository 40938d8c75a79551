package io.artrec.eval.split;

import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Events as columns in a model file: ids and texts, then blocks of about a million rows. */
final class InteractionColumns {
  private static final int BLOCK = 1 << 20;

  private InteractionColumns() {}

  static void write(Interactions events, StateWriter out) {
    out.putLong("size", events.size());
    out.putStrings(
        "users", IntStream.range(0, events.userCount()).mapToObj(events::userId).toList());
    out.putStrings(
        "artworks", IntStream.range(0, events.artworkCount()).mapToObj(events::artworkId).toList());
    InteractionKind[] kinds = InteractionKind.values();
    out.putStrings("kinds", Arrays.stream(kinds).map(InteractionKind::code).toList());
    writeTexts("comments", events.size(), events::comment, out);
    writeTexts("eventIds", events.size(), events::eventId, out);
    for (long start = 0; start < events.size(); start += BLOCK) {
      int from = (int) start;
      int to = (int) Math.min(events.size(), start + BLOCK);
      float[] values = new float[to - from];
      for (int i = 0; i < values.length; i++) {
        values[i] = events.value(from + i);
      }
      out.putInts("user", IntStream.range(from, to).map(events::user).toArray());
      out.putInts("artwork", IntStream.range(from, to).map(events::artwork).toArray());
      out.putInts(
          "kind",
          IntStream.range(from, to)
              .map(row -> Arrays.asList(kinds).indexOf(events.kind(row)))
              .toArray());
      out.putFloats("value", values);
      out.putLongs("time", IntStream.range(from, to).mapToLong(events::epochMillis).toArray());
    }
  }

  private static void writeTexts(
      String name, int size, IntFunction<Optional<String>> textOf, StateWriter out) {
    int[] rows = IntStream.range(0, size).filter(row -> textOf.apply(row).isPresent()).toArray();
    out.putInts(name + "At", rows);
    out.putStrings(name, Arrays.stream(rows).mapToObj(textOf).flatMap(Optional::stream).toList());
  }

  static Interactions read(StateReader in) {
    long size = in.getLong("size");
    List<String> users = in.getStrings("users");
    List<String> artworks = in.getStrings("artworks");
    List<InteractionKind> kinds =
        in.getStrings("kinds").stream().map(InteractionColumns::kind).toList();
    Texts comments = Texts.read("comments", in);
    Texts eventIds = Texts.read("eventIds", in);
    Interactions.Builder builder = Interactions.builder();
    while (builder.size() < size) {
      int[] user = in.getInts("user");
      int[] artwork = in.getInts("artwork");
      int[] kind = in.getInts("kind");
      float[] value = in.getFloats("value");
      long[] time = in.getLongs("time");
      for (int i = 0; i < Math.max(1, user.length); i++) {
        builder.add(
            users.get(user[i]),
            artworks.get(artwork[i]),
            kinds.get(kind[i]),
            value[i],
            time[i],
            comments.at(builder.size()).orElse(null),
            eventIds.at(builder.size()).orElse(null));
      }
    }
    return builder.build();
  }

  private static InteractionKind kind(String code) {
    return InteractionKind.ofCode(code)
        .orElseThrow(
            () -> new IllegalArgumentException("there is no kind of event '" + code + "'"));
  }

  /** Texts of some rows, asked for in ascending order. */
  private static final class Texts {
    private final int[] rows;
    private final List<String> texts;
    private int next;

    private Texts(int[] rows, List<String> texts) {
      this.rows = rows;
      this.texts = texts;
    }

    static Texts read(String name, StateReader in) {
      return new Texts(in.getInts(name + "At"), in.getStrings(name));
    }

    Optional<String> at(int row) {
      return next < rows.length && rows[next] == row
          ? Optional.of(texts.get(next++))
          : Optional.empty();
    }
  }
}
