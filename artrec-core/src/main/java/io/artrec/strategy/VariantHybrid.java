package io.artrec.strategy;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * The scores of one of several strategies, by the variant of an experiment that the asker is in;
 * those of the first one for variants that have none of their own, and outside of experiments. All
 * of them are trained, and only the one asked for scores. Immutable and thread-safe.
 */
public final class VariantHybrid extends Blend {
  static final String NAME = "variants";

  /** By part but the first: the variant that it answers. */
  private final List<String> variants;

  VariantHybrid(List<String> variants, List<Part> parts) {
    super(parts);
    this.variants = List.copyOf(variants);
  }

  /**
   * Returns this choice with a strategy for a variant.
   *
   * @param name the variant's name, not blank and not here yet
   * @param strategy what answers it
   * @return the longer choice
   */
  public VariantHybrid variant(String name, Strategy strategy) {
    if (name.isBlank() || variants.contains(name)) {
      throw new IllegalArgumentException(
          "variant '"
              + name
              + "' of strategy '"
              + strategy.name()
              + "': expected a name that is not among "
              + variants);
    }
    List<String> longer = new ArrayList<>(variants);
    longer.add(name);
    return new VariantHybrid(longer, and(1, Objects.requireNonNull(strategy, "strategy")));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  boolean keepsRatings() {
    return true;
  }

  /** A variant whose strategy ignores words would answer something else than was asked. */
  @Override
  boolean readsWords() {
    return allReadWords();
  }

  @Override
  boolean isRelative(List<Scorer> scorers) {
    return scorers.stream().anyMatch(Scorer::isRelative);
  }

  private Scorer chosen(List<Scorer> scorers, Query query) {
    int at = query.circumstances().variant().map(variants::indexOf).orElse(-1);
    return scorers.get(at + 1);
  }

  @Override
  Scores combine(List<Scorer> scorers, Query query, Candidates candidates) {
    return chosen(scorers, query).score(query, candidates);
  }

  @Override
  Candidates propose(List<Scorer> scorers, Query query, int catalogSize, BitSet works, int n) {
    return chosen(scorers, query).propose(query, catalogSize, works, n);
  }

  @Override
  void saveSettings(StateWriter out) {
    out.putStrings("variants", variants);
  }

  static Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
    List<String> variants = in.getStrings("variants");
    List<Part> parts = new ArrayList<>();
    List<Scorer> scorers = readParts(in, context, readers, parts);
    if (parts.size() != variants.size() + 1) {
      throw new ModelFileException(
          "the model holds "
              + parts.size()
              + " strategies for the variants "
              + variants
              + "; expected one more than variants");
    }
    return new VariantHybrid(variants, parts).trained(scorers);
  }
}
