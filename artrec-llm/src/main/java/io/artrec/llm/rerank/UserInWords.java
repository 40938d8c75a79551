package io.artrec.llm.rerank;

import io.artrec.behavior.Preferences;
import io.artrec.catalog.Artwork;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.explain.Explanation;
import io.artrec.rerank.RankedPool;
import io.artrec.strategy.Query;
import io.artrec.strategy.Wish;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is known of a visitor, in the words of records and of their wish. Holds no id.
 *
 * @param liked works they liked, those that count most first
 * @param looked works that drew their interest
 * @param disliked works they did not like
 * @param follows what they follow, as far as it speaks for works of the pool
 * @param wish what they asked for; empty text for nothing
 */
record UserInWords(
    List<String> liked,
    List<String> looked,
    List<String> disliked,
    Set<String> follows,
    String wish) {
  private static final int MOST_LIKED = 10;
  private static final int MOST_OTHERS = 5;
  private static final int MOST_FOLLOWED = 20;
  private static final int MOST_CHARS = 400;

  static UserInWords of(RankedPool pool, Query asker, int seen) {
    Preferences preferences = asker.preferences();
    return new UserInWords(
        works(pool, preferences, weight -> weight >= Explanation.LIKED, MOST_LIKED),
        works(pool, preferences, weight -> weight > 0 && weight < Explanation.LIKED, MOST_OTHERS),
        works(pool, preferences, weight -> weight <= -Explanation.LIKED, MOST_OTHERS),
        followed(pool, seen),
        asker.wish().map(Wish::words).orElse(""));
  }

  private static List<String> works(
      RankedPool pool, Preferences preferences, DoublePredicate counted, int most) {
    return IntStream.range(0, preferences.size())
        .filter(i -> counted.test(preferences.weight(i)))
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(preferences.weight(i))))
        .limit(most)
        .map(i -> inWords(pool.catalog().get(preferences.artwork(i))))
        .toList();
  }

  private static Set<String> followed(RankedPool pool, int seen) {
    return IntStream.range(0, seen)
        .boxed()
        .flatMap(position -> pool.context().reasons(pool.index(position)).stream())
        .map(Contribution::cause)
        .flatMap(cause -> cause instanceof Cause.Followed by ? Stream.of(by) : Stream.empty())
        .map(by -> by.trait().name())
        .limit(MOST_FOLLOWED)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether a model would have nothing to go by. */
  boolean isEmpty() {
    return liked.isEmpty()
        && looked.isEmpty()
        && disliked.isEmpty()
        && follows.isEmpty()
        && wish.isBlank();
  }

  /** What a record says in up to 400 chars: title, artists, years, what it is, what it shows. */
  static String inWords(Artwork work) {
    Stream<String> facts =
        Stream.of(
                Stream.of(work.title()),
                work.artists().stream().map(credit -> credit.name()),
                work.created().stream().map(Object::toString),
                work.movements().stream(),
                work.genre().stream(),
                work.medium().stream(),
                work.subjects().stream(),
                work.description().stream())
            .flatMap(part -> part);
    String all = facts.collect(Collectors.joining("; ")).replace('\n', ' ');
    return all.length() <= MOST_CHARS ? all : all.substring(0, MOST_CHARS);
  }
}
