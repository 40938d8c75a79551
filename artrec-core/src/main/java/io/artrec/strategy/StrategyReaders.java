package io.artrec.strategy;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.similarity.Similarities;
import io.artrec.similarity.Similarity;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The readers known when a model is loaded: core's own and those passed by the user. Immutable and
 * thread-safe.
 */
public final class StrategyReaders {
  /** Stands for a scorer that knows all works of its catalogue. */
  private static final long ALL = -1;

  private final Map<String, StrategyReader> byName;
  private final Function<String, Similarity> similarities;

  private StrategyReaders(
      Map<String, StrategyReader> byName, Function<String, Similarity> similarities) {
    this.byName = byName;
    this.similarities = similarities;
  }

  /**
   * {@return core's readers and more; a passed reader replaces core's of the same name}
   *
   * @param more readers of other modules and of users
   */
  public static StrategyReaders coreAnd(Collection<? extends StrategyReader> more) {
    Map<String, StrategyReader> byName = new TreeMap<>();
    CoreStrategies.readers().forEach(reader -> byName.put(reader.strategy(), reader));
    more.forEach(reader -> byName.put(reader.strategy(), Objects.requireNonNull(reader)));
    return new StrategyReaders(byName, StrategyReaders::builtIn);
  }

  /**
   * {@return these readers with another way to find similarities; artrec's own unless said}
   *
   * @param lookup gives the similarity of a name, or throws what says how to pass it
   */
  public StrategyReaders withSimilarities(Function<String, Similarity> lookup) {
    return new StrategyReaders(byName, Objects.requireNonNull(lookup, "lookup"));
  }

  /**
   * {@return the similarity that a saved strategy names}
   *
   * @param name what {@link Similarity#name()} gave
   * @throws ModelFileException when it is not known
   */
  public Similarity similarity(String name) {
    return similarities.apply(name);
  }

  private static Similarity builtIn(String name) {
    return Similarities.named(name)
        .orElseThrow(
            () ->
                new ModelFileException(
                    String.format(
                        Locale.ROOT,
                        "the model compares by similarity '%s', which is not built in; pass it when"
                            + " loading: Recommender.loader(path).similarities(...)",
                        name)));
  }

  /**
   * Writes a scorer so that {@link #read} finds its reader.
   *
   * @param scorer the scorer
   * @param out receives its strategy's name and what it saves
   */
  public static void write(Scorer scorer, StateWriter out) {
    out.putString("strategy", scorer.strategy().name());
    out.putLong("works", scorer instanceof EarlierArtworks earlier ? earlier.knownWorks() : ALL);
    scorer.save(out);
  }

  /**
   * Reads a scorer.
   *
   * @param in what {@link #write} wrote
   * @param context the catalogue, behaviour and features of the model file
   * @return the scorer
   * @throws ModelFileException when no reader is known for its strategy
   */
  public Scorer read(StateReader in, TrainingContext context) {
    String name = in.getString("strategy");
    StrategyReader reader = byName.get(name);
    if (reader == null) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "the model uses strategy '%s', for which no reader is known (known: %s); pass its"
                  + " reader when loading: Recommender.loader(path).strategies(...)",
              name,
              String.join(", ", byName.keySet())));
    }
    int works = context.catalog().size();
    long known = in.getLong("works");
    if (known == ALL) {
      return reader.read(in, context, this);
    }
    if (known < 0 || known >= works) {
      throw new ModelFileException(
          "the model's strategy '" + name + "' knows " + known + " works of " + works);
    }
    Scorer trained = reader.read(in, context.first((int) known), this);
    return EarlierArtworks.of(trained, (int) known, works);
  }
}
