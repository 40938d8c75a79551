package io.artrec;

import io.artrec.behavior.DrawnAnswer;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.live.internal.LiveDraws.Held;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Drawn answers in a model file, as columns; files from before there were any lack them. */
final class DrawColumns {
  private static final String VISITORS = "drawnVisitors";

  private DrawColumns() {}

  static void write(Map<String, List<Held>> byUser, StateWriter out) {
    List<Held> all = byUser.values().stream().flatMap(List::stream).toList();
    List<DrawnAnswer> answers = all.stream().map(Held::answer).toList();
    List<Interaction> events = all.stream().flatMap(held -> held.events().stream()).toList();
    out.putStrings(VISITORS, List.copyOf(byUser.keySet()));
    out.putLongs("drawnCounts", byUser.values().stream().mapToLong(List::size).toArray());
    out.putStrings("drawnIds", answers.stream().map(DrawnAnswer::id).toList());
    out.putStrings("drawnArms", answers.stream().map(DrawnAnswer::arm).toList());
    out.putStrings("drawnSegments", answers.stream().map(DrawnAnswer::segment).toList());
    out.putDoubles(
        "drawnProbabilities", answers.stream().mapToDouble(DrawnAnswer::probability).toArray());
    out.putLongs("drawnMillis", answers.stream().mapToLong(DrawnAnswer::epochMillis).toArray());
    out.putLongs("drawnSizes", answers.stream().mapToLong(it -> it.works().size()).toArray());
    out.putStrings("drawnWorks", answers.stream().flatMap(it -> it.works().stream()).toList());
    out.putLongs("drawnEventCounts", all.stream().mapToLong(it -> it.events().size()).toArray());
    out.putStrings("drawnEventWorks", events.stream().map(Interaction::artwork).toList());
    out.putStrings("drawnEventKinds", events.stream().map(it -> it.kind().code()).toList());
    out.putStrings("drawnEventIds", events.stream().map(it -> it.eventId().orElse("")).toList());
    out.putDoubles("drawnEventValues", events.stream().mapToDouble(Interaction::value).toArray());
    out.putLongs(
        "drawnEventMillis",
        events.stream().mapToLong(it -> it.time().orElseThrow().toEpochMilli()).toArray());
  }

  static Map<String, List<Held>> read(StateReader in) {
    Map<String, List<Held>> byUser = new TreeMap<>();
    if (!in.isNext(VISITORS)) {
      return byUser;
    }
    try {
      List<String> users = in.getStrings(VISITORS);
      long[] counts = in.getLongs("drawnCounts");
      LiveContent.requireAsMany("drawnCounts", users.size(), counts.length);
      List<DrawnAnswer> answers = answers(in);
      long[] eventCounts = in.getLongs("drawnEventCounts");
      LiveContent.requireAsMany("drawnEventCounts", answers.size(), eventCounts.length);
      Events events = new Events(in);
      int at = 0;
      for (int user = 0; user < counts.length; user++) {
        List<Held> held = new ArrayList<>();
        for (long answer = 0; answer < counts[user]; answer++, at++) {
          held.add(new Held(answers.get(at), events.next(users.get(user), eventCounts[at])));
        }
        byUser.put(users.get(user), held);
      }
      LiveContent.requireAsMany("drawnIds", at, answers.size());
      return byUser;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new ModelFileException(
          "the drawn answers of visitors do not add up; the file is damaged: restore it from a"
              + " copy",
          e);
    }
  }

  private static List<DrawnAnswer> answers(StateReader in) {
    List<String> ids = in.getStrings("drawnIds");
    List<String> arms = in.getStrings("drawnArms");
    List<String> segments = in.getStrings("drawnSegments");
    double[] probabilities = in.getDoubles("drawnProbabilities");
    long[] millis = in.getLongs("drawnMillis");
    long[] sizes = in.getLongs("drawnSizes");
    List<String> works = in.getStrings("drawnWorks");
    LiveContent.requireAsMany("drawnArms", ids.size(), arms.size());
    LiveContent.requireAsMany("drawnSegments", ids.size(), segments.size());
    LiveContent.requireAsMany("drawnProbabilities", ids.size(), probabilities.length);
    LiveContent.requireAsMany("drawnMillis", ids.size(), millis.length);
    LiveContent.requireAsMany("drawnSizes", ids.size(), sizes.length);
    List<DrawnAnswer> answers = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < ids.size(); at++) {
      int to = Math.toIntExact(Math.min(Integer.MAX_VALUE, from + Math.max(0, sizes[at])));
      answers.add(
          DrawnAnswer.of(ids.get(at), arms.get(at), probabilities[at])
              .segment(segments.get(at))
              .works(works.subList(from, to))
              .at(Instant.ofEpochMilli(millis[at])));
      from = to;
    }
    LiveContent.requireAsMany("drawnWorks", from, works.size());
    return answers;
  }

  /** Events in the order of their answers. */
  private static final class Events {
    private final List<String> works;
    private final List<String> kinds;
    private final List<String> ids;
    private final double[] values;
    private final long[] millis;
    private int at;

    Events(StateReader in) {
      works = in.getStrings("drawnEventWorks");
      kinds = in.getStrings("drawnEventKinds");
      ids = in.getStrings("drawnEventIds");
      values = in.getDoubles("drawnEventValues");
      millis = in.getLongs("drawnEventMillis");
      LiveContent.requireAsMany("drawnEventKinds", works.size(), kinds.size());
      LiveContent.requireAsMany("drawnEventIds", works.size(), ids.size());
      LiveContent.requireAsMany("drawnEventValues", works.size(), values.length);
      LiveContent.requireAsMany("drawnEventMillis", works.size(), millis.length);
    }

    List<Interaction> next(String user, long count) {
      List<Interaction> events = new ArrayList<>();
      for (long event = 0; event < count; event++, at++) {
        String kind = kinds.get(at);
        events.add(
            new Interaction(
                user,
                works.get(at),
                InteractionKind.ofCode(kind)
                    .orElseThrow(() -> new IllegalArgumentException("kind of event " + kind)),
                values[at],
                Optional.of(Instant.ofEpochMilli(millis[at])),
                Optional.empty(),
                ids.get(at).isEmpty() ? Optional.empty() : Optional.of(ids.get(at))));
      }
      return events;
    }
  }
}
