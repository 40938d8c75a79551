package io.artrec.cf;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.TrainingContext;
import io.artrec.task.Workers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small worlds of visitors and works for tests. Users are u0, u1, ...; works w0, w1, ... */
public final class Behavior {
  private final int artworks;
  private final List<Interaction> events = new ArrayList<>();

  private Behavior(int artworks) {
    this.artworks = artworks;
  }

  /** A world without events. */
  public static Behavior of(int artworks) {
    return new Behavior(artworks);
  }

  /** Visitor u likes every work of u's own parity but number u. */
  public static Behavior checkerboard(int size) {
    Behavior board = of(size);
    for (int user = 0; user < size; user++) {
      for (int artwork = 0; artwork < size; artwork++) {
        if (artwork != user && artwork % 2 == user % 2) {
          board.likes(user, artwork);
        }
      }
    }
    return board;
  }

  /** Seeded likes, with each work's chance to be liked. */
  public static Behavior random(int users, int artworks, double density, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Behavior behavior = of(artworks);
    for (int user = 0; user < users; user++) {
      for (int artwork = 0; artwork < artworks; artwork++) {
        if (random.nextDouble() < density) {
          behavior.likes(user, artwork);
        }
      }
    }
    return behavior;
  }

  /** Adds favourites. */
  public Behavior likes(int user, int... works) {
    for (int work : works) {
      events.add(Interaction.favorite("u" + user, "w" + work));
    }
    return this;
  }

  /** Adds an event. */
  public Behavior event(int user, int work, InteractionKind kind) {
    events.add(Interaction.of("u" + user, "w" + work, kind));
    return this;
  }

  /** Adds a favourite at a time in minutes. */
  public Behavior likesAt(long minute, int user, int work) {
    events.add(Interaction.favorite("u" + user, "w" + work).at(Instant.ofEpochSecond(60 * minute)));
    return this;
  }

  /** Adds a rating. */
  public Behavior rates(int user, int work, double rating) {
    events.add(Interaction.rating("u" + user, "w" + work, rating));
    return this;
  }

  /** The catalogue. */
  public Catalog catalog() {
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < artworks; i++) {
      works.add(Artwork.builder("w" + i, "Work " + i).build());
    }
    return Catalog.of(works);
  }

  /** All events, in the order in which they were added. */
  public List<Interaction> events() {
    return List.copyOf(events);
  }

  /** The events as a dataset. */
  public Dataset dataset() {
    return Dataset.of(catalog(), Interactions.of(events));
  }

  /** What to train on. */
  public TrainingContext context() {
    return context(1);
  }

  /** What to train on, with threads. */
  public TrainingContext context(int threads) {
    return TrainingContext.of(dataset(), FeatureStore.empty(artworks)).workers(Workers.of(threads));
  }

  /** The question of a visitor by their history alone. */
  public Query query(int user) {
    List<Interaction> own = events.stream().filter(e -> e.user().equals("u" + user)).toList();
    return query(own);
  }

  /** The question of somebody with these events. */
  public Query query(List<Interaction> own) {
    var history = Dataset.historyOf(catalog(), own);
    return Query.builder(history, PreferenceModel.standard().apply(history, 0)).seed(1).build();
  }

  /** The best works a visitor has not seen, best first. */
  public List<Integer> unseen(Scorer scorer, int user, int n) {
    Query query = query(user);
    Scores scores = scorer.score(query, Candidates.all(artworks));
    List<Integer> best = new ArrayList<>();
    for (int position : scores.best(artworks)) {
      if (best.size() < n && !query.preferences().contains(position)) {
        best.add(position);
      }
    }
    return best;
  }

  /** Scores of all works, NaN where there is none. */
  public static double[] values(Scores scores) {
    double[] values = new double[scores.candidates().size()];
    for (int p = 0; p < values.length; p++) {
      values[p] = scores.isScored(p) ? scores.value(p) : Double.NaN;
    }
    return values;
  }
}
