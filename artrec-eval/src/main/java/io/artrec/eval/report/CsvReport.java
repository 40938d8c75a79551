package io.artrec.eval.report;

import io.artrec.eval.experiment.ExperimentResult;
import io.artrec.eval.experiment.RunResult;
import io.artrec.eval.metric.Measurement;
import io.artrec.eval.metric.UserValues;
import io.artrec.tabular.CsvCell;
import java.io.IOException;

/**
 * Writes results as lines of comma-separated values, quoted where needed (RFC 4180); what a
 * spreadsheet would take for a formula is written as {@link CsvCell}.
 */
final class CsvReport {
  private CsvReport() {}

  static void runs(ExperimentResult result, Appendable out) throws IOException {
    line(out, "recommender", "split", "metric", "value", "visitors");
    for (RunResult run : result.runs()) {
      for (Measurement measurement : run.measurements()) {
        int visitors = measurement.users().map(UserValues::count).orElse(run.users().size());
        line(
            out,
            run.recommender(),
            run.split(),
            measurement.metric(),
            measurement.value().isPresent() ? Numbers.full(measurement.value().getAsDouble()) : "",
            Integer.toString(visitors));
      }
    }
  }

  static void visitors(ExperimentResult result, Appendable out) throws IOException {
    line(out, "recommender", "split", "metric", "visitor", "activity", "value", "weight");
    for (RunResult run : result.runs()) {
      for (Measurement measurement : run.measurements()) {
        if (measurement.users().isPresent()) {
          visitors(run, measurement.metric(), measurement.users().get(), out);
        }
      }
    }
  }

  private static void visitors(RunResult run, String metric, UserValues values, Appendable out)
      throws IOException {
    for (int user = 0; user < values.size(); user++) {
      if (values.has(user)) {
        line(
            out,
            run.recommender(),
            run.split(),
            metric,
            run.users().get(user),
            Integer.toString(run.activity().get(user)),
            Numbers.full(values.get(user).orElse(0)),
            Numbers.full(values.weight(user)));
      }
    }
  }

  private static void line(Appendable out, String... fields) throws IOException {
    String separator = "";
    for (String field : fields) {
      out.append(separator).append(CsvCell.field(field));
      separator = ",";
    }
    out.append("\r\n");
  }
}
