import java.io.File;
import java.util.Set;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates PDFs against PDF/A-3a and PDF/UA-1 with the veraPDF engine. For each file and profile one line on standard output,
 * fields parted by tabs: `result FILE PROFILE CHECKS FAILURES`; before it one line for each kind of failure:
 * `failure FILE PROFILE CLAUSE TEST COUNT MESSAGE CONTEXT`.
 */
public class VeraPdf {
  private static final PDFAFlavour[] PROFILES = {PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1};

  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (String file : files) {
      for (PDFAFlavour profile : PROFILES) validate(file, profile);
    }
  }

  private static void validate(String file, PDFAFlavour profile) {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), profile);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
      ValidationResult result = validator.validate(parser);
      Set<String> told = new TreeSet<>();
      int failures = 0;
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
        failures++;
        var rule = assertion.getRuleId();
        if (!told.add(rule.getClause() + " " + rule.getTestNumber())) continue;
        print("failure", file, profile.getId(), rule.getClause(), String.valueOf(rule.getTestNumber()),
            String.valueOf(result.getFailedChecks().getOrDefault(rule, 1)), assertion.getMessage(),
            assertion.getLocation().getContext());
      }
      if (failures == 0 && !result.isCompliant()) failures = 1;
      print("result", file, profile.getId(), String.valueOf(result.getTotalAssertions()), String.valueOf(failures));
    } catch (Exception exception) {
      // A file that cannot be read conforms to nothing.
      print("failure", file, profile.getId(), "-", "-", "1", exception.toString(), "file");
      print("result", file, profile.getId(), "0", "1");
    }
  }

  private static void print(String... fields) {
    for (int i = 0; i < fields.length; i++) fields[i] = String.valueOf(fields[i]).replaceAll("\\s+", " ");
    System.out.println(String.join("\t", fields));
  }
}
