package io.artrec.eval.online;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Which of two interleaved recommenders visitors prefer, over many merged lists. Lists are taken to
 * be independent; where a visitor gets many, add up their credits first. Immutable.
 *
 * @param firstWins lists in which the first recommender got more clicks
 * @param secondWins lists in which the second got more
 * @param ties lists with as many on both sides, none included
 */
public record Preference(int firstWins, int secondWins, int ties) {
  /** Validates. */
  public Preference {
    if (firstWins < 0 || secondWins < 0 || ties < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d wins, %d losses, %d ties: expected 0 or more of each",
              firstWins,
              secondWins,
              ties));
    }
  }

  /**
   * Counts wins.
   *
   * @param credits the clicks on each side, by list
   * @return the preference
   */
  public static Preference of(Collection<MergedList.Credit> credits) {
    int first = 0;
    int second = 0;
    for (MergedList.Credit credit : credits) {
      first += credit.first() > credit.second() ? 1 : 0;
      second += credit.second() > credit.first() ? 1 : 0;
    }
    return new Preference(first, second, credits.size() - first - second);
  }

  /**
   * Returns how far the first recommender is preferred: (wins + ties/2) / lists − 1/2 (Chapelle et
   * al. 2012).
   *
   * @return from −1/2, the second wins every list, to 1/2; 0 without lists
   */
  public double advantage() {
    double lists = (double) firstWins + secondWins + ties;
    return lists == 0 ? 0 : (firstWins + ties / 2.0) / lists - 0.5;
  }

  /**
   * Returns the first recommender's wins among lists that were decided.
   *
   * @return the share; empty where none was
   */
  public Optional<Proportion> winRate() {
    long decided = (long) firstWins + secondWins;
    return decided == 0 ? Optional.empty() : Optional.of(new Proportion(firstWins, decided));
  }

  /**
   * Returns the two-sided p value of the exact sign test: ties dropped, wins binomial with
   * probability 1/2, so {@code min(1, 2 · P(X ≤ fewer wins))}: the sum over all outcomes at least
   * as far from a half as this one. Right for one look planned beforehand, as {@link WelchTest} is.
   *
   * @return 0 to 1; 1 where no list was decided
   */
  public double pValue() {
    int decided = Math.addExact(firstWins, secondWins);
    if (decided == 0) {
      return 1;
    }
    int fewer = Math.min(firstWins, secondWins);
    return Math.min(1, 2 * BinomialDistribution.of(decided, 0.5).cumulativeProbability(fewer));
  }
}
