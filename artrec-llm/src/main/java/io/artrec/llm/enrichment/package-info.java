/**
 * Attributes that records lack, read from texts and images for a whole catalogue: a long job that
 * can be stopped and goes on where it was. {@link io.artrec.llm.enrichment.Enrichment} is the job,
 * an {@link io.artrec.llm.enrichment.Enricher} reads one field.
 */
@NullMarked
package io.artrec.llm.enrichment;

import org.jspecify.annotations.NullMarked;
