package io.artrec.live.internal;

import java.util.HashSet;
import java.util.Set;
import org.jetbrains.lincheck.datastructures.BooleanGen;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What is sent twice is recorded once, in whatever order threads take turns. */
class EventIdsLinearizabilityTest {
  /** What threads do. */
  @Param(name = "id", gen = IntGen.class, conf = "1:2")
  @Param(name = "fails", gen = BooleanGen.class)
  public static class Operations {
    private final EventIds ids = new EventIds();

    @Operation
    public boolean add(@Param(name = "id") int id) {
      return ids.add("ada", "e" + id);
    }

    /** Whether it was done, when it does not fail. */
    @Operation
    public boolean once(@Param(name = "id") int id, @Param(name = "fails") boolean fails) {
      return ids.once(
          "ada",
          "e" + id,
          () -> {
            if (fails) {
              throw new IllegalStateException();
            }
          });
    }

    @Operation
    public void forget() {
      ids.forget("ada");
    }
  }

  /** What they may observe. */
  public static class Specification {
    private final Set<Integer> ids = new HashSet<>();

    public boolean add(int id) {
      return ids.add(id);
    }

    public boolean once(int id, boolean fails) {
      if (fails && !ids.contains(id)) {
        throw new IllegalStateException();
      }
      return ids.add(id);
    }

    public void forget() {
      ids.clear();
    }
  }

  @Test
  @EnabledIfSystemProperty(
      named = "artrec.campaign",
      matches = "full",
      disabledReason = "rewriting the JDK's classes takes longer than the checks")
  void everyOrderOfTurns_isLinearizable() {
    new ModelCheckingOptions()
        .iterations(30)
        .invocationsPerIteration(2_000)
        .threads(3)
        .actorsPerThread(2)
        .actorsBefore(1)
        .actorsAfter(1)
        .sequentialSpecification(Specification.class)
        .check(Operations.class);
  }
}
