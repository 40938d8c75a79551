package io.artrec.llm.rendering;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.PreferenceModel;
import io.artrec.behavior.Preferences;
import io.artrec.catalog.Artwork;
import io.artrec.llm.rendering.FineTuningReport.Part;
import java.io.IOException;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Goes through the events of all visitors, each in order of time, and tells what was liked before
 * each. Whether an event is for a work is told by that event alone, so that nothing later counts.
 * For one thread, once.
 */
final class HistoryWalk {
  /** Hears of every event in its part's time; gives how many examples it made of it. */
  interface Listener {
    int step(Part part, HistoryStep step) throws IOException;
  }

  private final Dataset dataset;
  private final PreferenceModel preferences;
  private final PartSplit split;
  private final int minHistory;
  private final Map<Part, Long> examples = new EnumMap<>(Part.class);
  private final Map<Part, Integer> visitors = new EnumMap<>(Part.class);
  private long outside;

  HistoryWalk(Dataset dataset, PreferenceModel preferences, PartSplit split, int minHistory) {
    this.dataset = dataset;
    this.preferences = preferences;
    this.split = split;
    this.minHistory = minHistory;
  }

  FineTuningReport report(Listener listener) throws IOException {
    for (int user = 0; user < dataset.userCount(); user++) {
      Part part = split.of(user);
      long made = walk(user, part, listener);
      examples.merge(part, made, Long::sum);
      visitors.merge(part, made > 0 ? 1 : 0, Integer::sum);
    }
    return new FineTuningReport(examples, visitors, outside);
  }

  private long walk(int user, Part part, Listener listener) throws IOException {
    BitSet own = new BitSet();
    for (int at = dataset.begin(user); at < dataset.end(user); at++) {
      own.set(dataset.artwork(at));
    }
    SplittableRandom random = split.chance(user).split();
    BitSet known = new BitSet();
    Set<Integer> liked = new LinkedHashSet<>();
    long made = 0;
    for (int at = dataset.begin(user); at < dataset.end(user); at++) {
      int work = dataset.artwork(at);
      Interaction event = dataset.event(at);
      double weight = weight(event);
      boolean isNext = weight > 0 && !known.get(work);
      if (liked.size() >= minHistory && !split.isInTime(part, dataset.epochMillis(at))) {
        outside += isNext ? 1 : 0;
      } else if (liked.size() >= minHistory) {
        List<Artwork> before =
            liked.stream().filter(w -> w != work).map(dataset.catalog()::get).toList();
        made +=
            listener.step(
                part,
                new HistoryStep(before, event, dataset.catalog().get(work), isNext, own, random));
      }
      known.set(work);
      if (weight != 0) {
        liked.remove(work);
      }
      if (weight > 0) {
        liked.add(work);
      }
    }
    return made;
  }

  private double weight(Interaction event) {
    long now = event.time().map(Instant::toEpochMilli).orElse(0L);
    Preferences one = preferences.apply(Dataset.historyOf(dataset.catalog(), List.of(event)), now);
    return one.size() == 0 ? 0 : one.weight(0);
  }
}
