package io.artrec;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.catalog.UnknownArtworkException;
import io.artrec.feature.AttributeFeature;
import io.artrec.log.MemoryLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever threads do at once gives answers that some order of one after the other gives, and in
 * that order learning and saving change nothing: a visitor's answers come from their own history.
 */
class LinearizabilityTest {
  private static final Catalog CATALOG = Fixture.catalog(2, 1);
  private static final AtomicInteger FILES = new AtomicInteger();

  @TempDir static Path folder;

  private static Recommender recommender() {
    return Recommender.builder()
        .catalog(CATALOG)
        .feature(AttributeFeature.standard())
        .log(new MemoryLog())
        .clock(Fixture.CLOCK)
        .background(Runnable::run)
        .threads(1)
        .build();
  }

  private static String user(int number) {
    return "u" + number;
  }

  /** A work that comes and goes; nothing is known of it, so that it changes no other's score. */
  private static Artwork extra(int number) {
    return Artwork.builder("x" + number, "Extra " + number).build();
  }

  private static Interaction event(int user, int id) {
    return Interaction.favorite(user(user), CATALOG.get(id).id()).withEventId("e" + id);
  }

  /** Without taste there are only popular works, whose order learning may change. */
  private static List<String> answer(boolean taste, List<Recommendation> recommendations) {
    Stream<String> ids = Fixture.ids(recommendations).stream();
    return (taste ? ids : ids.sorted()).toList();
  }

  /** What threads do. */
  @Param(name = "user", gen = IntGen.class, conf = "1:2")
  @Param(name = "event", gen = IntGen.class, conf = "0:3")
  public static class Operations {
    private final Recommender recommender = recommender();

    @Operation
    public boolean record(@Param(name = "user") int user, @Param(name = "event") int event) {
      return recommender.record(event(user, event));
    }

    @Operation
    public List<String> recommend(@Param(name = "user") int user) {
      List<Recommendation> answer =
          recommender.recommend(user(user), 100).stream()
              .filter(given -> CATALOG.find(given.artwork().id()).isPresent())
              .toList();
      return answer(answer.size() < CATALOG.size(), answer);
    }

    @Operation
    public List<String> history(@Param(name = "user") int user) {
      return works(recommender.history(user(user)));
    }

    @Operation
    public String forget(@Param(name = "user") int user) {
      ForgetReport report = recommender.forget(user(user));
      return report.trainedEvents() + report.liveEvents() + " and " + report.loggedEvents();
    }

    @Operation
    public int put(@Param(name = "user") int number) {
      return recommender.update(CatalogChange.put(extra(number))).added();
    }

    @Operation
    public int withdraw(@Param(name = "user") int number) {
      try {
        return recommender.update(CatalogChange.withdraw(extra(number).id())).withdrawn();
      } catch (UnknownArtworkException e) {
        return -1;
      }
    }

    @Operation
    public List<String> extras() {
      return extras(recommender);
    }

    private static List<String> extras(Recommender recommender) {
      return recommender.recommend("nobody", 100).stream()
          .map(given -> given.artwork().id())
          .filter(id -> CATALOG.find(id).isEmpty())
          .sorted()
          .toList();
    }

    @Operation
    public void refresh() {
      recommender.refresh();
    }

    @Operation
    public void retrain() {
      recommender.retrain();
    }

    @Operation
    public String save() {
      Path file = folder.resolve("m" + FILES.incrementAndGet());
      recommender.save(file);
      try (Recommender loaded = Recommender.load(file)) {
        return works(loaded.history(user(1)))
            + " "
            + works(loaded.history(user(2)))
            + " "
            + extras(loaded);
      } finally {
        delete(file);
      }
    }

    private static void delete(Path file) {
      try {
        Files.delete(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static List<String> works(List<Interaction> events) {
    return events.stream().map(Interaction::artwork).sorted().toList();
  }

  /** What they may observe. */
  public static class Specification {
    private static final Recommender REFERENCE = recommender();
    private static final Map<List<Interaction>, List<String>> ANSWERS = new ConcurrentHashMap<>();

    private final Map<Integer, List<Interaction>> events = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> extras = new HashSet<>();
    private final Set<String> withdrawn = new HashSet<>();

    private List<Interaction> of(int user) {
      return events.computeIfAbsent(user, unknown -> new ArrayList<>());
    }

    public boolean record(int user, int event) {
      boolean fresh = ids.add(user + " " + event);
      if (fresh) {
        of(user).add(event(user, event).at(Fixture.CLOCK.instant()));
      }
      return fresh;
    }

    public List<String> recommend(int user) {
      return ANSWERS.computeIfAbsent(
          List.copyOf(of(user)),
          history ->
              answer(
                  !history.isEmpty(),
                  REFERENCE.recommend(
                      RecommendationRequest.forHistory(history).n(CATALOG.size()).build())));
    }

    public List<String> history(int user) {
      return works(of(user));
    }

    public String forget(int user) {
      int count = of(user).size();
      of(user).clear();
      ids.removeIf(id -> id.startsWith(user + " "));
      return count + " and " + count;
    }

    public int put(int number) {
      String id = extra(number).id();
      withdrawn.remove(id);
      return extras.add(id) ? 1 : 0;
    }

    public int withdraw(int number) {
      String id = extra(number).id();
      return extras.contains(id) ? withdrawn.add(id) ? 1 : 0 : -1;
    }

    public List<String> extras() {
      return extras.stream().filter(id -> !withdrawn.contains(id)).sorted().toList();
    }

    public void refresh() {}

    public void retrain() {}

    public String save() {
      return history(1) + " " + history(2) + " " + extras();
    }
  }

  @Test
  void everything_isLinearizable() {
    new StressOptions()
        .iterations(Campaign.rounds(6, 300))
        .invocationsPerIteration(Campaign.rounds(30, 500))
        .threads(3)
        .actorsPerThread(3)
        .actorsBefore(2)
        .actorsAfter(2)
        .sequentialSpecification(Specification.class)
        .check(Operations.class);
  }
}
