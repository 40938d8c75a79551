package io.artrec;

import io.artrec.log.ChangeLog;
import io.artrec.log.SmallSegments;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** The campaign on a log in files. */
class KillCampaignTest extends KillCampaign {
  /** The program that is killed. */
  static final class Killed {
    private Killed() {}

    public static void main(String[] args) {
      KilledProgram.run(() -> open(Path.of(args[0])), args);
    }
  }

  private static ChangeLog open(Path folder) {
    return SmallSegments.open(folder.resolve("events.log"));
  }

  @Override
  protected int kills() {
    return Campaign.rounds(15, 500);
  }

  @Override
  protected Class<?> program() {
    return Killed.class;
  }

  @Override
  protected ChangeLog log(Path in) {
    return open(in);
  }

  @Override
  protected void stored(Path in, boolean closed, BiConsumer<String, String> consumer) {
    files(in, consumer);
  }
}
