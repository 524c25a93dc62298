// The codes of declared infrastructure: Terraform plans and CloudFormation templates.
#include <array>

#include "codes.hpp"

namespace scaleplan::render {
namespace {

constexpr std::array of_declared = {
    Code{"D001", "empty plan or template",
         "The file holds nothing: most often the command that wrote it failed.",
         "Run that command again and read its output."},
    Code{"D002", "plan or template too large", "The file is larger than 512 MB.",
         "Check that it is the file you meant."},
    Code{"D003", "neither UTF-8 nor UTF-16", "A byte of the file belongs to no character of its encoding.",
         "Save the file as UTF-8."},
    Code{"D004", "not JSON", "The text breaks the grammar of JSON at the marked place.",
         "Write the file again with the tool that made it."},
    Code{"D005", "file cut off", "The file ends before the JSON value in it does.",
         "Write the file again, and check that the disk was not full."},
    Code{"D006", "JSON too deep", "Maps and lists are nested more than 256 levels deep.",
         "Check that it is the file you meant; no plan and no template needs so many."},
    Code{"D007", "JSON key written twice", "A map has the same key twice, so one of the two would be lost.",
         "Delete one of them."},
    Code{"D008", "text after the value", "More text follows the one JSON value of the file.",
         "Give one plan or template in each file."},
    Code{"D009", "two dialects", "Terraform plans and CloudFormation templates were given together.",
         "Check them one after the other."},
    Code{"D011", "neither plan nor template",
         "The file is JSON or YAML, but has none of the keys of a Terraform plan or a CloudFormation "
         "template.",
         "Give the output of terraform show -json, or a template."},
    Code{"D012", "unknown plan format", "The plan's format_version is neither 0.x nor 1.x.",
         "Write the plan with a Terraform whose format is 1.x."},
    Code{"D013", "saved plan", "terraform plan -out writes a zip file that only terraform reads.",
         "Run terraform show -json on it, in the folder it was made in."},
    Code{"D014", "binary or compressed file", "The file is not text.", "Unpack it, or check its name."},
    Code{"D015", "Terraform source", "Source has no counts until Terraform evaluates it.",
         "Run terraform plan -out tfplan, then terraform show -json tfplan > plan.json."},
    Code{"D016", "printed plan", "The file is the terminal output of terraform plan.",
         "Run terraform plan -out tfplan, then terraform show -json tfplan > plan.json."},
    Code{"D017", "log of terraform plan -json", "The file is a stream of messages, without a plan.",
         "Run terraform plan -out tfplan, then terraform show -json tfplan > plan.json."},
    Code{"D018", "nothing planned", "The file has a plan's version, but neither planned values nor changes.",
         "Run terraform plan -out tfplan, then terraform show -json tfplan > plan.json."},
    Code{"D019", "state file", "The format of terraform.tfstate changes between versions.",
         "Run terraform show -json > state.json in its folder."},
    Code{"D020", "template inside an answer", "The file is the answer of aws cloudformation get-template.",
         "Run it again with --query TemplateBody."},
    Code{"D021", "unexpected dialect", "The file is a plan where a template was asked for, or the reverse.",
         "Use the flag of its kind."},
    Code{"D022", "template without resources", "The template has no map Resources, so it declares nothing.",
         "Check that it is the file you meant."},
    Code{"D023", "unknown parameter", "A value was given for a parameter that no template has.",
         "Check its name; templates list theirs under Parameters."},
    Code{"D024", "parameter value not allowed", "The value is not among those that the template allows.",
         "Give one of them."},
    Code{"D025", "template expands too far", "Functions of the template make more than 20 MB of values.",
         "Check its lists and texts."},
    Code{"D026", "resource without a type", "Every resource of a template has a Type.", "Write it."},
    Code{"D027", "failed plan", "Planning stopped part way with an error, so the plan lacks resources.",
         "Mend what terraform plan reports, and plan again."},
    Code{"D101", "state instead of plan", "The file lists current resources, and check judges those.",
         "Give a plan to check a change before it is made."},
    Code{"D102", "plan with gaps", "Planning deferred some changes.", "Plan again."},
    Code{"D103", "log around the plan",
         "A pipeline wrote lines of its log into the file, or a time before each line; they are ignored.",
         "With setup-terraform, set terraform_wrapper: false."},
    Code{"D201", "macro not run",
         "A macro changes the template when the stack is made, and check does not run macros.",
         "Check the expanded template."},
    Code{"D202", "nested template not read",
         "A stack names a template that is not beside this file, or nests itself; it is not counted.",
         "Put it beside this file, or check it separately."},
    Code{"D203", "unknown condition", "The existence of a resource depends on an unknown condition.",
         "Give the parameters of its condition."},
    Code{"D204", "loop not run",
         "A macro, another tool, or a loop over unknown values makes resources before the stack is made; "
         "check does not run them.",
         "Check the expanded template."},
    Code{"D205", "malformed function", "CloudFormation does not accept this function or condition name.",
         "Until it is right, its value counts as unknown."},
    Code{"D206", "template key written twice",
         "A map of the template has the same key twice; the last one counts, as in CloudFormation.",
         "Delete or rename one of them."},
};

}  // namespace

std::span<const Code> declared_codes() { return of_declared; }

}  // namespace scaleplan::render
