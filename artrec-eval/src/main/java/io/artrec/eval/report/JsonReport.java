package io.artrec.eval.report;

import com.google.gson.stream.JsonWriter;
import io.artrec.eval.experiment.Breakdown;
import io.artrec.eval.experiment.Provenance;
import io.artrec.eval.experiment.RunResult;
import io.artrec.eval.experiment.Timing;
import io.artrec.eval.metric.Measurement;
import io.artrec.eval.metric.UserValues;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes a result with all it holds as one JSON object. */
final class JsonReport {
  private final Findings findings;
  private final Optional<Instant> written;

  JsonReport(Findings findings, Optional<Instant> written) {
    this.findings = findings;
    this.written = written;
  }

  void write(Writer out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.setIndent(" ");
    json.beginObject();
    json.name("format").value("artrec-report").name("version").value(1);
    json.name("title").value(findings.result().title());
    if (written.isPresent()) {
      json.name("written").value(written.get().toString());
    }
    json.name("summary").value(Words.summary(findings));
    json.name("baseline").value(findings.baseline());
    strings(json.name("recommenders"), findings.result().recommenders());
    strings(json.name("metrics"), findings.metrics());
    strings(json.name("notes"), findings.result().notes());
    splits(json.name("splits"));
    values(json.name("values"));
    comparisons(json.name("comparisons"));
    json.name("runs").beginArray();
    for (RunResult run : findings.result().runs()) {
      run(json, run);
    }
    json.endArray().endObject().flush();
    out.append('\n');
  }

  private static void strings(JsonWriter json, List<String> strings) throws IOException {
    json.beginArray();
    for (String string : strings) {
      json.value(string);
    }
    json.endArray();
  }

  private void splits(JsonWriter json) throws IOException {
    json.beginArray();
    for (String split : findings.result().splits()) {
      Optional<RunResult> run =
          findings.result().runs().stream().filter(r -> r.split().equals(split)).findFirst();
      json.beginObject().name("name").value(split);
      json.name("inValues").value(findings.splits().contains(split));
      strings(json.name("visitors"), run.map(RunResult::users).orElse(List.of()));
      json.name("activity").beginArray();
      for (int activity : run.map(RunResult::activity).orElse(List.of())) {
        json.value(activity);
      }
      json.endArray().endObject();
    }
    json.endArray();
  }

  private void values(JsonWriter json) throws IOException {
    json.beginArray();
    for (String name : findings.ranked()) {
      for (String metric : findings.metrics()) {
        json.beginObject().name("recommender").value(name).name("metric").value(metric);
        number(json.name("value"), findings.value(name, metric));
        Optional<String> reason = findings.reason(name, metric);
        if (reason.isPresent()) {
          json.name("reason").value(reason.get());
        }
        json.name("best").value(findings.best(name, metric)).endObject();
      }
    }
    json.endArray();
  }

  private void comparisons(JsonWriter json) throws IOException {
    json.beginArray();
    for (String metric : findings.metrics()) {
      for (Comparison one : Comparison.withBaseline(findings, metric)) {
        json.beginObject().name("recommender").value(one.recommender());
        json.name("baseline").value(one.other()).name("metric").value(metric);
        json.name("visitors").value(one.test().pairs());
        json.name("difference").value(one.difference());
        number(json.name("lower"), one.interval().map(i -> i.lower()));
        number(json.name("upper"), one.interval().map(i -> i.upper()));
        number(json.name("pairedT"), one.test().statistic());
        number(json.name("p"), one.test().p());
        number(json.name("pHolm"), one.adjusted());
        number(json.name("pWilcoxon"), one.wilcoxon().p());
        number(json.name("effect"), one.effects().standardized());
        json.name("higher").value(one.effects().wins());
        json.name("same").value(one.effects().ties());
        json.name("lowerCount").value(one.effects().losses());
        json.name("significant").value(one.significant()).endObject();
      }
    }
    json.endArray();
  }

  private static void run(JsonWriter json, RunResult run) throws IOException {
    json.beginObject().name("recommender").value(run.recommender());
    json.name("split").value(run.split());
    json.name("measurements").beginArray();
    for (Measurement measurement : run.measurements()) {
      json.beginObject().name("metric").value(measurement.metric());
      json.name("direction").value(measurement.direction().name());
      number(json.name("value"), measurement.value());
      if (measurement.users().isPresent()) {
        byVisitor(json, measurement.users().get());
      }
      json.endObject();
    }
    json.endArray();
    breakdowns(json.name("breakdowns"), run.breakdowns());
    timing(json.name("timing"), run.timing());
    provenance(json.name("provenance"), run.provenance());
    json.endObject();
  }

  private static void breakdowns(JsonWriter json, List<Breakdown> breakdowns) throws IOException {
    json.beginArray();
    for (Breakdown breakdown : breakdowns) {
      json.beginObject().name("by").value(breakdown.by());
      json.name("measure").value(breakdown.measure());
      json.name("groups").beginArray();
      for (Breakdown.Group group : breakdown.groups()) {
        json.beginObject().name("name").value(group.name()).name("size").value(group.size());
        number(json.name("value"), group.value());
        json.endObject();
      }
      json.endArray().endObject();
    }
    json.endArray();
  }

  private static void byVisitor(JsonWriter json, UserValues values) throws IOException {
    boolean weighted = false;
    json.name("byVisitor").beginArray();
    for (int user = 0; user < values.size(); user++) {
      weighted |= values.has(user) && values.weight(user) != 1;
      number(json, values.get(user));
    }
    json.endArray();
    if (weighted) {
      json.name("weights").beginArray();
      for (int user = 0; user < values.size(); user++) {
        json.value(values.weight(user));
      }
      json.endArray();
    }
  }

  private static void timing(JsonWriter json, Timing timing) throws IOException {
    json.beginObject();
    json.name("trainingSeconds").value(timing.trainingSeconds());
    json.name("answeringSeconds").value(timing.answeringSeconds());
    json.name("medianMillis").value(timing.medianMillis());
    json.name("p95Millis").value(timing.p95Millis());
    json.name("p99Millis").value(timing.p99Millis());
    json.name("answersPerSecond").value(timing.answersPerSecond());
    json.name("heapBytes").value(timing.heapBytes()).endObject();
  }

  private static void provenance(JsonWriter json, Provenance provenance) throws IOException {
    json.beginObject();
    json.name("data").value(provenance.data());
    json.name("configuration").value(provenance.configuration());
    json.name("seed").value(provenance.seed());
    json.name("artrecVersion").value(provenance.artrecVersion());
    json.name("javaVersion").value(provenance.javaVersion()).endObject();
  }

  private static void number(JsonWriter json, OptionalDouble value) throws IOException {
    if (value.isPresent()) {
      json.value(value.getAsDouble());
    } else {
      json.nullValue();
    }
  }

  private static void number(JsonWriter json, Optional<Double> value) throws IOException {
    if (value.isPresent()) {
      json.value(value.get().doubleValue());
    } else {
      json.nullValue();
    }
  }
}
