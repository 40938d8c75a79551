package io.artrec;

import io.artrec.behavior.Interest;
import io.artrec.catalog.Trait;
import io.artrec.live.internal.HeldInterests;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Visitors' interests in a model file, as columns; files from before there were any lack them. */
final class InterestColumns {
  private static final String LEARNERS = "interestLearners";

  private InterestColumns() {}

  static void write(Map<String, HeldInterests> byUser, StateWriter out) {
    out.putStrings(LEARNERS, List.copyOf(byUser.keySet()));
    out.putLongs("interestDays", byUser.values().stream().mapToLong(HeldInterests::day).toArray());
    out.putDoubles(
        "interestsLearned", byUser.values().stream().mapToDouble(HeldInterests::learned).toArray());
    out.putLongs(
        "interestCounts",
        byUser.values().stream().mapToLong(held -> held.interests().size()).toArray());
    List<Interest> all =
        byUser.values().stream().flatMap(held -> held.interests().stream()).toList();
    out.putStrings(
        "interestKinds", all.stream().map(interest -> interest.trait().kind().code()).toList());
    out.putStrings("interestNames", all.stream().map(interest -> interest.trait().name()).toList());
    out.putStrings(
        "interestEvidence", all.stream().map(interest -> interest.evidence().code()).toList());
    out.putStrings(
        "interestReferences",
        all.stream().map(interest -> interest.reference().orElse("")).toList());
    out.putDoubles("interestWeights", all.stream().mapToDouble(Interest::weight).toArray());
    out.putLongs(
        "interestMillis",
        all.stream()
            .mapToLong(interest -> interest.time().orElse(Instant.EPOCH).toEpochMilli())
            .toArray());
  }

  static Map<String, HeldInterests> read(StateReader in) {
    Map<String, HeldInterests> byUser = new TreeMap<>();
    if (!in.isNext(LEARNERS)) {
      return byUser;
    }
    List<String> users = in.getStrings(LEARNERS);
    long[] days = in.getLongs("interestDays");
    double[] learned = in.getDoubles("interestsLearned");
    long[] counts = in.getLongs("interestCounts");
    LiveContent.requireAsMany("interestDays", users.size(), days.length);
    LiveContent.requireAsMany("interestsLearned", users.size(), learned.length);
    LiveContent.requireAsMany("interestCounts", users.size(), counts.length);
    List<Interest> all = interests(in);
    int from = 0;
    for (int user = 0; user < users.size(); user++) {
      long to = from + counts[user];
      if (counts[user] < 0 || to > all.size() || !(learned[user] >= 0)) {
        throw new ModelFileException(
            "the interests of visitors do not add up; the file is damaged: restore it from a copy");
      }
      byUser.put(
          users.get(user),
          new HeldInterests(all.subList(from, (int) to), days[user], learned[user]));
      from = (int) to;
    }
    LiveContent.requireAsMany("interestKinds", from, all.size());
    return byUser;
  }

  private static List<Interest> interests(StateReader in) {
    List<String> kinds = in.getStrings("interestKinds");
    List<String> names = in.getStrings("interestNames");
    List<String> evidence = in.getStrings("interestEvidence");
    List<String> references = in.getStrings("interestReferences");
    double[] weights = in.getDoubles("interestWeights");
    long[] millis = in.getLongs("interestMillis");
    LiveContent.requireAsMany("interestNames", kinds.size(), names.size());
    LiveContent.requireAsMany("interestEvidence", kinds.size(), evidence.size());
    LiveContent.requireAsMany("interestReferences", kinds.size(), references.size());
    LiveContent.requireAsMany("interestWeights", kinds.size(), weights.length);
    LiveContent.requireAsMany("interestMillis", kinds.size(), millis.length);
    List<Interest> all = new ArrayList<>();
    for (int at = 0; at < kinds.size(); at++) {
      Optional<Trait.Kind> kind = Trait.Kind.ofCode(kinds.get(at));
      Optional<Interest.Evidence> known = Interest.Evidence.ofCode(evidence.get(at));
      if (kind.isEmpty()
          || known.isEmpty()
          || names.get(at).isBlank()
          || !(Math.abs(weights[at]) <= 1)) {
        throw new ModelFileException(
            "a visitor has an interest of weight "
                + weights[at]
                + " in "
                + kinds.get(at)
                + " '"
                + names.get(at)
                + "' by "
                + evidence.get(at)
                + ", which this version of artrec does not know");
      }
      Interest interest =
          Interest.of(Trait.of(kind.get(), names.get(at)), weights[at], known.get())
              .at(Instant.ofEpochMilli(millis[at]));
      all.add(references.get(at).isEmpty() ? interest : interest.from(references.get(at)));
    }
    return all;
  }
}
