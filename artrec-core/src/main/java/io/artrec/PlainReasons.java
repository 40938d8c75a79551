package io.artrec;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.explain.Explanation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The contributions to a score in maps, numbers and texts: those of one kind and subject together,
 * the {@value #MOST} that move the score most, and all others as one, so that the amounts add up.
 */
final class PlainReasons {
  private static final int MOST = 10;

  private PlainReasons() {}

  static List<Map<String, Object>> of(Explanation explanation) {
    Map<Map<String, Object>, Double> amounts = new LinkedHashMap<>();
    explanation
        .works()
        .forEach(
            share ->
                amounts.merge(
                    reason(
                        "known-work",
                        "artwork",
                        share.artwork().id(),
                        "title",
                        share.artwork().title()),
                    share.amount(),
                    Double::sum));
    for (Contribution contribution : explanation.contributions()) {
      if (!(contribution.cause() instanceof Cause.KnownArtwork)) {
        amounts.merge(reason(contribution.cause()), contribution.amount(), Double::sum);
      }
    }
    List<Map.Entry<Map<String, Object>, Double>> strongest = new ArrayList<>(amounts.entrySet());
    strongest.sort(Comparator.comparingDouble(entry -> -Math.abs(entry.getValue())));
    List<Map<String, Object>> reasons = new ArrayList<>();
    double rest = 0;
    for (Map.Entry<Map<String, Object>, Double> reason : strongest) {
      if (reasons.size() < MOST) {
        reasons.add(with(reason.getKey(), reason.getValue()));
      } else {
        rest += reason.getValue();
      }
    }
    if (strongest.size() > MOST) {
      reasons.add(with(reason("other", "count", strongest.size() - MOST), rest));
    }
    return List.copyOf(reasons);
  }

  private static Map<String, Object> reason(Cause cause) {
    String kind = cause.kind();
    if (cause instanceof Cause.FeatureMatch match) {
      return reason(kind, "feature", match.feature());
    } else if (cause instanceof Cause.Popularity popularity) {
      return reason(kind, "events", popularity.events());
    } else if (cause instanceof Cause.Wish wish) {
      return reason(kind, "words", wish.words(), "fits", wish.fits());
    } else if (cause instanceof Cause.Offset offset) {
      return reason(kind, "what", offset.what());
    } else if (cause instanceof Cause.Followed followed) {
      return reason(kind, followed.trait().kind().code(), followed.trait().name());
    } else if (cause instanceof Cause.Interested interest) {
      return reason(
          kind,
          interest.trait().kind().code(),
          interest.trait().name(),
          "evidence",
          interest.evidence().code());
    } else if (cause instanceof Cause.Shown shown) {
      return reason(kind, "times", shown.times());
    } else if (cause instanceof Cause.Placed placed && placed.sponsor().isPresent()) {
      return reason(kind, "sponsor", placed.sponsor().get());
    } else if (cause instanceof Cause.Rank rank) {
      return reason(kind, "rank", rank.rank());
    }
    return reason(kind);
  }

  private static Map<String, Object> reason(String kind, Object... namesAndValues) {
    Map<String, Object> reason = new LinkedHashMap<>();
    reason.put("kind", kind);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      reason.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return reason;
  }

  private static Map<String, Object> with(Map<String, Object> reason, double amount) {
    Map<String, Object> whole = new LinkedHashMap<>(reason);
    whole.put("amount", amount);
    return Collections.unmodifiableMap(whole);
  }
}
