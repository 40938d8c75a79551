package io.artrec.djl.training;

import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Where a training stands after an epoch: enough to go on to the same bits, since all chance of
 * later epochs follows from the seed.
 *
 * @param epoch the last epoch that was run
 * @param states the weights and their running means
 * @param best the best so far, or null when none is kept
 */
record Checkpoint(int epoch, List<float[]> states, @Nullable Trained best) {
  private static final int FORMAT = 1;
  private static final double SAME_LOSS = 1e-4;

  /**
   * What a training is told by.
   *
   * @param settings the options, the network's own settings, and the sum of its first weights
   * @param loss the loss of the first weights on some examples
   */
  record Identity(String settings, double loss) {
    static Identity of(String settings, List<Network.Start> starts, double loss) {
      CRC32 sum = new CRC32();
      for (Network.Start start : starts) {
        sum.update((start.shape() + " " + start.rate()).getBytes(StandardCharsets.UTF_8));
        for (float value : start.values()) {
          int bits = Float.floatToIntBits(value);
          sum.update(bits);
          sum.update(bits >>> 8);
          sum.update(bits >>> 16);
          sum.update(bits >>> 24);
        }
      }
      return new Identity(settings + ", first weights " + Long.toHexString(sum.getValue()), loss);
    }

    private boolean isNear(double other) {
      return Math.abs(loss - other) <= SAME_LOSS * Math.max(1, Math.abs(loss));
    }
  }

  /** Writes it in the place of what was there; a reader sees the one or the other, whole. */
  void write(Path file, Identity identity) {
    ModelFile.write(file, out -> save(out, identity));
  }

  private void save(StateWriter out, Identity identity) {
    out.putLong("training-checkpoint", FORMAT);
    out.putString("settings", identity.settings());
    out.putDouble("first-loss", identity.loss());
    out.putLong("epoch", epoch);
    put(out, "state", states);
    out.putLong("best", best == null ? -1 : best.epoch());
    if (best != null) {
      out.putDouble("best-loss", best.loss());
      out.putDoubles("before", best.before().stream().toArray());
      put(out, "best-weight", best.weights());
    }
  }

  private static void put(StateWriter out, String name, List<float[]> arrays) {
    out.putLong(name + "s", arrays.size());
    for (int i = 0; i < arrays.size(); i++) {
      out.putFloats(name + "-" + i, arrays.get(i));
    }
  }

  /**
   * Reads what was written, if it was.
   *
   * @throws TrainingException when it is of another training
   * @throws ModelFileException when it is damaged
   */
  static Optional<Checkpoint> read(String stage, Path file, Identity identity) {
    return Files.exists(file)
        ? Optional.of(ModelFile.read(file, in -> load(stage, file, in, identity)))
        : Optional.empty();
  }

  private static Checkpoint load(String stage, Path file, StateReader in, Identity identity) {
    long format = in.getLong("training-checkpoint");
    if (format != FORMAT) {
      throw new ModelFileException(
          stage + ": checkpoint " + file + " has format " + format + ", expected " + FORMAT);
    }
    String settings = in.getString("settings");
    double loss = in.getDouble("first-loss");
    if (!settings.equals(identity.settings()) || !identity.isNear(loss)) {
      throw new TrainingException(
          stage
              + ": checkpoint "
              + file
              + " is of another training ("
              + settings
              + ", first loss "
              + loss
              + "), expected "
              + identity.settings()
              + ", first loss "
              + identity.loss()
              + "; delete it, or name another file");
    }
    int epoch = Math.toIntExact(in.getLong("epoch"));
    List<float[]> states = get(in, "state");
    int bestEpoch = Math.toIntExact(in.getLong("best"));
    if (bestEpoch < 0) {
      return new Checkpoint(epoch, states, null);
    }
    double bestLoss = in.getDouble("best-loss");
    double[] before = in.getDoubles("before");
    OptionalDouble first =
        before.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(before[0]);
    return new Checkpoint(
        epoch, states, new Trained(get(in, "best-weight"), bestLoss, bestEpoch, first));
  }

  private static List<float[]> get(StateReader in, String name) {
    long count = in.getLong(name + "s");
    List<float[]> arrays = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      arrays.add(in.getFloats(name + "-" + i));
    }
    return arrays;
  }
}
