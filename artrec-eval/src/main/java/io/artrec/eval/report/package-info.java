/**
 * What an experiment found, for people and for programs. {@link io.artrec.eval.report.Report} makes
 * of an {@link io.artrec.eval.experiment.ExperimentResult} one HTML page that needs nothing else,
 * with tables and drawn plots, or Markdown, CSV and JSON.
 */
@NullMarked
package io.artrec.eval.report;

import org.jspecify.annotations.NullMarked;
