package io.artrec.llm.interest;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interest;
import io.artrec.behavior.PreferenceModel;
import io.artrec.behavior.Preferences;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Trait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Traits that are more frequent among the works a visitor likes, or dislikes, than chance in the
 * catalogue would have it: by the log of the ratio of odds with the catalogue's frequencies as
 * informative Dirichlet prior (B. L. Monroe, M. P. Colaresi and K. M. Quinn, Fightin' Words, 2008).
 * With {@code y} of the {@code n} traits of a kind among the works, {@code Y} of {@code N} among
 * the others of the catalogue and the prior {@code a = A (y + Y) / (n + N)} of strength {@code A},
 *
 * <pre>
 *   d = ln((y + a) / (n + A - y - a)) - ln((Y + a) / (N + A - Y - a))
 *   z = d / √(1 / (y + a) + 1 / (Y + a))
 * </pre>
 *
 * <p>From {@value #SURE} on, and with two works at least, it is an interest of weight {@code z /
 * 8}, at most 0.8. Not changed.
 */
final class HistoryInterests {
  /** Of which z a trait is sure: one in some hundred of those that chance alone brings. */
  static final double SURE = 2.58;

  private static final double PRIOR = 10;
  private static final double WHOLE = 8;
  private static final double MOST = 0.8;
  private static final int LEAST_WORKS = 2;

  private final Catalog catalog;
  private final Map<Trait, Integer> works;
  private final Map<Trait.Kind, Integer> ofKind = new EnumMap<>(Trait.Kind.class);

  HistoryInterests(Catalog catalog, Map<Trait, Integer> works) {
    this.catalog = catalog;
    this.works = works;
    works.forEach((trait, count) -> ofKind.merge(trait.kind(), count, Integer::sum));
  }

  /** The interests in a history, likes before dislikes. */
  List<Interest> of(List<Interaction> history, PreferenceModel model) {
    History known = Dataset.historyOf(catalog, history);
    long last = 0;
    for (int event = 0; event < known.size(); event++) {
      last = Math.max(last, known.epochMillis(event));
    }
    Preferences preferences = model.apply(known, last);
    Optional<Instant> when =
        history.stream().flatMap(e -> e.time().stream()).max(Instant::compareTo);
    Map<Trait, Double> found = new LinkedHashMap<>();
    surplus(preferences, 1, found);
    surplus(preferences, -1, found);
    List<Interest> interests = new ArrayList<>();
    found.forEach(
        (trait, weight) -> {
          if (weight != 0 && trait.name().length() <= Interest.MOST_CHARACTERS) {
            Interest interest = Interest.of(trait, weight, Interest.Evidence.HISTORY);
            interests.add(when.map(interest::at).orElse(interest));
          }
        });
    return interests;
  }

  private void surplus(Preferences preferences, int side, Map<Trait, Double> found) {
    Map<Trait, Integer> counts = new LinkedHashMap<>();
    Map<Trait.Kind, Integer> kinds = new EnumMap<>(Trait.Kind.class);
    for (int i = 0; i < preferences.size(); i++) {
      if (preferences.weight(i) * side > 0) {
        for (Trait trait : new LinkedHashSet<>(Trait.of(catalog.get(preferences.artwork(i))))) {
          counts.merge(trait, 1, Integer::sum);
          kinds.merge(trait.kind(), 1, Integer::sum);
        }
      }
    }
    counts.forEach(
        (trait, count) -> {
          double z = z(trait, count, kinds.getOrDefault(trait.kind(), 0));
          if (count >= LEAST_WORKS && z >= SURE) {
            found.merge(trait, side * Math.min(MOST, z / WHOLE), Double::sum);
          }
        });
  }

  private double z(Trait trait, int own, int ownAll) {
    int all = ofKind.getOrDefault(trait.kind(), 0);
    int having = works.getOrDefault(trait, own);
    double prior = PRIOR * having / all;
    double others = having - own + prior;
    double mine = own + prior;
    double restOfMine = ownAll + PRIOR - mine;
    double restOfOthers = all - ownAll + PRIOR - others;
    if (restOfMine <= 0 || restOfOthers <= 0 || others <= 0) {
      return 0;
    }
    double delta = Math.log(mine / restOfMine) - Math.log(others / restOfOthers);
    return delta / Math.sqrt(1 / mine + 1 / others);
  }
}
