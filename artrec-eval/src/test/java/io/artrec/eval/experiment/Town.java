package io.artrec.eval.experiment;

import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Visitors of a small town's museum, the same at every call: two tastes, stars from 1 to 5. */
final class Town {
  static final int WORKS = 40;
  static final int VISITORS = 60;

  private Town() {}

  static Catalog catalog() {
    List<Artwork> works = new ArrayList<>();
    for (int work = 0; work < WORKS; work++) {
      works.add(
          Artwork.builder("w" + work, "Work " + work)
              .artist("artist " + work % 7)
              .movement(work % 2 == 0 ? "cubism" : "fauvism")
              .build());
    }
    return Catalog.of(works);
  }

  static Interactions ratings() {
    return events(InteractionKind.RATING, true);
  }

  static Interactions events(InteractionKind kind, boolean timed) {
    SplittableRandom random = new SplittableRandom(7);
    Interactions.Builder events = Interactions.builder();
    for (int visitor = 0; visitor < VISITORS; visitor++) {
      for (int work = 0; work < WORKS; work++) {
        boolean taste = work % 2 == visitor % 2;
        if (random.nextDouble() < (taste ? 0.5 : 0.1) * (1 - work / 80.0)) {
          int stars = taste ? 4 + random.nextInt(2) : 1 + random.nextInt(3);
          events.add(
              "v" + visitor,
              "w" + work,
              kind,
              kind == InteractionKind.RATING ? stars : 1,
              timed ? 1_000_000L * random.nextInt(1000) : Interactions.NO_TIME);
        }
      }
    }
    return events.build();
  }
}
