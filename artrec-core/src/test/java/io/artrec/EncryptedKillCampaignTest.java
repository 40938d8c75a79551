package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.encryption.Encryption;
import io.artrec.log.ChangeLog;
import io.artrec.log.SmallSegments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/**
 * The campaign on encrypted files, whose keys change with every process: nobody at all is readable
 * in a file, and nobody forgotten in what a model file holds.
 */
class EncryptedKillCampaignTest extends KillCampaign {
  /** The program that is killed. */
  static final class Killed {
    private Killed() {}

    public static void main(String[] args) {
      Encryption encryption = KilledProgram.encryption(Long.parseLong(args[1]));
      KilledProgram.run(() -> open(Path.of(args[0]), encryption), encryption, args);
    }
  }

  private static ChangeLog open(Path folder, Encryption encryption) {
    return SmallSegments.open(folder.resolve("events.log"), encryption);
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
  protected Encryption encryption(int kill) {
    return KilledProgram.encryption(kill + 1);
  }

  @Override
  protected ChangeLog log(Path in) {
    return open(in, encryption());
  }

  @Override
  protected void stored(Path in, boolean closed, BiConsumer<String, String> consumer) {
    files(
        in,
        (file, text) ->
            assertThat(ID.matcher(text).find()).as("readable text in %s", file).isFalse());
    Path model = KilledProgram.model(in);
    if (Files.exists(model)) {
      try {
        consumer.accept(model + ", decrypted", DecryptedModel.of(model, encryption()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
