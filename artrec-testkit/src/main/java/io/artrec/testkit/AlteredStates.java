package io.artrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateWriter;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Files with the right checksum, in each of which one saved value is another. */
final class AlteredStates {
  /** So many of the first values are all altered. */
  private static final int FIRST = 12;

  /** About so many of the further ones are. */
  private static final int FURTHER = 40;

  private AlteredStates() {}

  /**
   * Checks that what is saved is refused when a value of it is altered, or works.
   *
   * @param folder holds the files
   * @param save saves it
   * @param use reads a file and puts what it read to use
   */
  static void areRefusedOrWork(Path folder, Consumer<StateWriter> save, Consumer<Path> use) {
    int[] values = new int[1];
    ModelFile.write(
        folder.resolve("whole"),
        out -> {
          AlteringStateWriter counting = new AlteringStateWriter(out, -1, 0);
          save.accept(counting);
          values[0] = counting.count();
        });
    int step = Math.max(1, values[0] / FURTHER);
    Path file = folder.resolve("altered");
    for (int value = 0; value < values[0]; value += value < FIRST ? 1 : step) {
      for (int way = 0; way < AlteringStateWriter.WAYS; way++) {
        int altered = value;
        int how = way;
        ModelFile.write(file, out -> save.accept(new AlteringStateWriter(out, altered, how)));
        assertThatCode(() -> use.accept(file))
            .as("value %d altered in way %d", value, way)
            .satisfiesAnyOf(
                thrown -> assertThat(thrown).isNull(),
                thrown -> assertThat(thrown).isInstanceOf(ModelFileException.class));
      }
    }
  }
}
