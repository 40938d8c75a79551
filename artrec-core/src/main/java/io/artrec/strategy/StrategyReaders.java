package io.artrec.strategy;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The readers known when a model is loaded: core's own and those passed by the user. Immutable and
 * thread-safe.
 */
public final class StrategyReaders {
  private final Map<String, StrategyReader> byName;

  private StrategyReaders(Map<String, StrategyReader> byName) {
    this.byName = byName;
  }

  /**
   * Returns core's readers and more; a passed reader replaces core's of the same name.
   *
   * @param more readers of other modules and of users
   * @return the readers
   */
  public static StrategyReaders coreAnd(Collection<? extends StrategyReader> more) {
    Map<String, StrategyReader> byName = new TreeMap<>();
    CoreStrategies.readers().forEach(reader -> byName.put(reader.strategy(), reader));
    more.forEach(reader -> byName.put(reader.strategy(), Objects.requireNonNull(reader)));
    return new StrategyReaders(byName);
  }

  /**
   * Writes a scorer so that {@link #read} finds its reader.
   *
   * @param scorer the scorer
   * @param out receives its strategy's name and what it saves
   */
  public static void write(Scorer scorer, StateWriter out) {
    out.putString("strategy", scorer.strategy().name());
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
              "the model uses strategy '%s', for which no reader is known (known: %s); pass its reader when loading: Recommender.loader(path).strategies(...)",
              name,
              String.join(", ", byName.keySet())));
    }
    return reader.read(in, context, this);
  }
}
