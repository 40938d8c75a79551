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
import java.util.regex.Pattern;

/**
 * The campaign on encrypted files, whose keys change with every process, with a key for each
 * visitor: nobody at all is readable in a file, and nobody forgotten in what a model file holds.
 */
class EncryptedKillCampaignTest extends KillCampaign {
  /** Ids of events have nine digits at least; fewer come about in what is encrypted by chance. */
  private static final Pattern READABLE = Pattern.compile("ev[0-9]{8,}x");

  /** The program that is killed. */
  static final class Killed {
    private Killed() {}

    public static void main(String[] args) {
      Path folder = Path.of(args[0]);
      Encryption encryption = userKeys(KilledProgram.encryption(Long.parseLong(args[1])), folder);
      KilledProgram.run(() -> open(folder, encryption), encryption, args);
    }
  }

  private static Encryption userKeys(Encryption encryption, Path folder) {
    return encryption.userKeys(folder.resolve("visitors.keys"));
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
    return userKeys(KilledProgram.encryption(kill + 1), folder);
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
            assertThat(READABLE.matcher(text).find()).as("readable text in %s", file).isFalse());
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
