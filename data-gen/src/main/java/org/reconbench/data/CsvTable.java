package org.reconbench.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.reconbench.core.InputException;
import org.reconbench.core.data.Dataset;

/** Reads a CSV file: a header, one label column, numbers in every other column that is not dropped. */
final class CsvTable {
    private CsvTable() {}

    static Dataset read(Path file, String name, FileOptions options) throws IOException {
        CsvSurvey survey = CsvSurvey.of(file);
        CsvRows rows = new CsvRows(file, options, survey);
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(survey.bom());
            Reader text = new InputStreamReader(
                    in,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
            parse(rows, text, survey.delimiter());
        } catch (CharacterCodingException e) {
            throw InputException.inFile(file, "is not UTF-8 text; save it as UTF-8", e);
        } catch (CsvParseException e) {
            throw InputException.inFile(file, "is not a CSV file: " + e.getMessage(), e);
        }
        return rows.finish(name);
    }

    private static void parse(CsvRows rows, Reader text, char delimiter) throws IOException {
        try (CsvReader<Integer> csv = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(rows, text)) {
            csv.forEach(row -> {});
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof InputException refused) {
                throw refused;
            }
            throw e;
        }
    }
}
