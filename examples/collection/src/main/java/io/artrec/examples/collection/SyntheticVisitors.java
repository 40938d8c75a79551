package io.artrec.examples.collection;

import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Sixty made-up visitors with tastes, for catalogues that come without behaviour. Each visitor
 * favours two things, a movement, a subject or a genre, and mostly looks at works that have them;
 * now and then they see something well known, and like it less. The same catalogue and seed give
 * the same visitors.
 */
public final class SyntheticVisitors {
  /** The seed of the visitors that the examples know. */
  public static final long SEED = 2026;

  private static final String[] NAMES = {
    "ada", "bruno", "chen", "dalia", "emre", "fatima", "goran", "hana", "ines", "jonas",
    "kofi", "lena", "mateo", "nadia", "olga", "pablo", "qiang", "rosa", "samir", "tara",
    "ugo", "vera", "wei", "ximena", "yusuf", "zoe", "amara", "bjorn", "carla", "dmitri",
    "elif", "femi", "greta", "hugo", "iris", "jun", "kira", "liam", "mina", "nikos",
    "oscar", "priya", "quinn", "ravi", "sofia", "tomas", "uma", "viktor", "wanda", "xavier",
    "yara", "zane", "akira", "bea", "cyrus", "dora", "enzo", "freya", "gita", "hiro"
  };
  private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");
  private static final int FEWEST_WORKS = 4;

  private final Catalog catalog;
  private final SplittableRandom random;
  private final List<List<Integer>> tastes;

  private SyntheticVisitors(Catalog catalog, long seed) {
    this.catalog = catalog;
    random = new SplittableRandom(seed);
    tastes = tastes(catalog);
  }

  /**
   * Returns the events of sixty visitors with works of a catalogue, oldest first for each; a
   * visitor sees at most half of the works.
   *
   * @param catalog the works; none give no events
   * @param seed another one gives other visits
   * @return the events
   */
  public static Interactions visit(Catalog catalog, long seed) {
    SyntheticVisitors visitors = new SyntheticVisitors(catalog, seed);
    Interactions.Builder events = Interactions.builder();
    if (catalog.size() > 0) {
      for (String name : NAMES) {
        visitors.visit(name, events);
      }
    }
    return events.build();
  }

  /**
   * Works by what they have in common: every movement, subject and genre that enough works share.
   */
  private static List<List<Integer>> tastes(Catalog catalog) {
    Map<String, List<Integer>> byValue = new TreeMap<>();
    for (int index = 0; index < catalog.size(); index++) {
      Artwork artwork = catalog.get(index);
      List<String> values = new ArrayList<>(artwork.movements());
      values.addAll(artwork.subjects());
      artwork.genre().ifPresent(values::add);
      for (String value : values) {
        byValue.computeIfAbsent(value, key -> new ArrayList<>()).add(index);
      }
    }
    List<List<Integer>> tastes = new ArrayList<>();
    for (List<Integer> works : byValue.values()) {
      if (works.size() >= FEWEST_WORKS
          && works.size() <= Math.max(FEWEST_WORKS, catalog.size() / 5)) {
        tastes.add(works);
      }
    }
    return tastes;
  }

  private void visit(String name, Interactions.Builder events) {
    List<Integer> favored = new ArrayList<>();
    for (int taste = 0; taste < 2 && !tastes.isEmpty(); taste++) {
      favored.addAll(tastes.get(random.nextInt(tastes.size())));
    }
    int count = 12 + random.nextInt(14);
    Set<Integer> seen = new HashSet<>();
    Instant time = END.minus(Duration.ofDays(90));
    for (int event = 0; event < count; event++) {
      time = time.plus(Duration.ofHours(random.nextInt(1, 80)));
      boolean suits = !favored.isEmpty() && random.nextInt(100) < 80;
      int work = suits ? favored.get(random.nextInt(favored.size())) : wellKnown();
      if (seen.contains(work) || seen.size() < Math.max(1, catalog.size() / 2)) {
        seen.add(work);
        add(name, catalog.get(work).id(), suits, time, events);
      }
    }
  }

  /** Works near the beginning of the catalogue are seen more often, as well-known works are. */
  private int wellKnown() {
    double unit = random.nextDouble();
    return (int) Math.min(catalog.size() - 1.0, catalog.size() * unit * unit);
  }

  private void add(
      String user, String artwork, boolean suits, Instant time, Interactions.Builder events) {
    int chance = random.nextInt(100);
    long millis = time.toEpochMilli();
    if (chance < 45) {
      events.add(user, artwork, InteractionKind.VIEW, 1, millis);
    } else if (chance < 60) {
      events.add(user, artwork, InteractionKind.CLICK, 1, millis);
    } else if (chance < 75) {
      float rating = suits ? 4 + random.nextInt(2) : 1 + random.nextInt(3);
      events.add(user, artwork, InteractionKind.RATING, rating, millis);
    } else {
      InteractionKind kind = suits ? InteractionKind.FAVORITE : InteractionKind.DISLIKE;
      events.add(user, artwork, suits || chance > 92 ? kind : InteractionKind.SKIP, 1, millis);
    }
  }
}
