package io.artrec.eval.experiment;

import io.artrec.eval.metric.Measurement;
import io.artrec.eval.metric.Metric;
import io.artrec.eval.metric.UserValues;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A finished run in a file, named after where its numbers come from. */
final class RunFile {
  private static final Logger LOG = LoggerFactory.getLogger(RunFile.class);

  private final Path file;
  private final Provenance provenance;

  private RunFile(Path file, Provenance provenance) {
    this.file = file;
    this.provenance = provenance;
  }

  static RunFile of(Path folder, Provenance provenance) {
    try {
      Files.createDirectories(folder);
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(provenance.toString().getBytes(StandardCharsets.UTF_8));
      String name = HexFormat.of().formatHex(hash, 0, 16) + ".run";
      return new RunFile(folder.resolve(name), provenance);
    } catch (IOException e) {
      throw new ExperimentException(
          "cannot keep runs in " + folder + ": it cannot be made a folder (" + e.getMessage() + ")",
          e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What was written; empty when there is nothing, or it is damaged and the run is done again. */
  Optional<FinishedRun> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ModelFile.read(file, this::read));
    } catch (ModelFileException e) {
      LOG.warn("{} cannot be read and is made again", file, e);
      return Optional.empty();
    }
  }

  void write(FinishedRun run) {
    ModelFile.write(
        file,
        out -> {
          write(run.result(), out);
          out.putStrings("notes", run.notes());
        });
  }

  private static void write(RunResult run, StateWriter out) {
    out.putString("recommender", run.recommender());
    out.putString("split", run.split());
    out.putStrings("users", run.users());
    out.putInts("activity", run.activity().stream().mapToInt(i -> i).toArray());
    Timing timing = run.timing();
    out.putDoubles(
        "timing",
        new double[] {
          timing.trainingSeconds(),
          timing.answeringSeconds(),
          timing.medianMillis(),
          timing.p95Millis(),
          timing.p99Millis(),
          timing.answersPerSecond()
        });
    out.putLong("heap", timing.heapBytes());
    out.putLong("measurements", run.measurements().size());
    for (Measurement measurement : run.measurements()) {
      out.putString("metric", measurement.metric());
      out.putString("direction", measurement.direction().name());
      out.putDoubles("value", measurement.value().stream().toArray());
      Optional<UserValues> users = measurement.users();
      out.putLong("by user", users.isPresent() ? 1 : 0);
      if (users.isPresent()) {
        UserValues values = users.get();
        out.putDoubles("values", values.values());
        out.putDoubles("weights", values.weights());
      }
    }
    out.putLong("breakdowns", run.breakdowns().size());
    for (Breakdown breakdown : run.breakdowns()) {
      out.putString("by", breakdown.by());
      out.putString("measure", breakdown.measure());
      List<Breakdown.Group> groups = breakdown.groups();
      out.putStrings("groups", groups.stream().map(Breakdown.Group::name).toList());
      out.putInts("sizes", groups.stream().mapToInt(Breakdown.Group::size).toArray());
      out.putDoubles(
          "group values", groups.stream().mapToDouble(g -> g.value().orElse(Double.NaN)).toArray());
    }
  }

  private static List<Breakdown> readBreakdowns(StateReader in) {
    long count = in.getLong("breakdowns");
    List<Breakdown> breakdowns = new ArrayList<>();
    for (long b = 0; b < count; b++) {
      String by = in.getString("by");
      String measure = in.getString("measure");
      List<String> names = in.getStrings("groups");
      int[] sizes = in.getInts("sizes");
      double[] values = in.getDoubles("group values");
      List<Breakdown.Group> groups = new ArrayList<>();
      for (int g = 0; g < sizes.length; g++) {
        groups.add(
            new Breakdown.Group(
                names.get(g),
                sizes[g],
                Double.isNaN(values[g]) ? OptionalDouble.empty() : OptionalDouble.of(values[g])));
      }
      breakdowns.add(new Breakdown(by, measure, groups));
    }
    return breakdowns;
  }

  private FinishedRun read(StateReader in) {
    String recommender = in.getString("recommender");
    String split = in.getString("split");
    List<String> users = in.getStrings("users");
    List<Integer> activity = IntArrayList.wrap(in.getInts("activity"));
    double[] times = in.getDoubles("timing");
    Timing timing =
        new Timing(times[0], times[1], times[2], times[3], times[4], times[5], in.getLong("heap"));
    long count = in.getLong("measurements");
    List<Measurement> measurements = new ArrayList<>();
    for (long m = 0; m < count; m++) {
      String metric = in.getString("metric");
      Metric.Direction direction = Metric.Direction.valueOf(in.getString("direction"));
      double[] value = in.getDoubles("value");
      Optional<UserValues> values =
          in.getLong("by user") == 0
              ? Optional.empty()
              : Optional.of(new UserValues(in.getDoubles("values"), in.getDoubles("weights")));
      measurements.add(
          new Measurement(
              metric,
              direction,
              value.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(value[0]),
              values));
    }
    List<Breakdown> breakdowns = readBreakdowns(in);
    RunResult result =
        new RunResult(
            recommender, split, users, activity, measurements, timing, provenance, breakdowns);
    return new FinishedRun(result, in.getStrings("notes"));
  }
}
