// What the codes of declared infrastructure mean: Terraform plans and CloudFormation templates.
#include <array>

#include "codes.hpp"

namespace scaleplan::render {
namespace {

constexpr std::array of_declared = {
    Code{"D001", "empty plan or template",
         "The file holds nothing: most often the command that wrote it failed.",
         "Run that command again and read what it says."},
    Code{"D002", "plan or template too large", "The file is larger than 512 MB.",
         "Check that it is the file you meant."},
    Code{"D003", "neither UTF-8 nor UTF-16", "A byte of the file belongs to no character of its encoding.",
         "Save the file as UTF-8."},
    Code{"D004", "not JSON", "The text breaks the grammar of JSON at the place that is marked.",
         "Write the file again with the tool that made it."},
    Code{"D005", "file cut off", "The file ends before the JSON value in it does.",
         "Write the file again, and check that the disk was not full."},
    Code{"D006", "JSON too deep", "More than 256 levels of maps and lists stand inside each other.",
         "Check that it is the file you meant; no plan and no template needs so many."},
    Code{"D007", "JSON key written twice", "A map has the same key twice, so one of the two would be lost.",
         "Delete one of them."},
    Code{"D008", "text behind the value", "A file holds one JSON value, and more text follows it.",
         "Give one plan or template in each file."},
    Code{"D009", "two dialects", "Terraform plans and CloudFormation templates were given together.",
         "Check them one after the other."},
    Code{"D011", "neither plan nor template",
         "The file is JSON or YAML, and has none of the keys of a Terraform plan or a CloudFormation "
         "template.",
         "Give the output of terraform show -json, or a template."},
    Code{"D012", "format of the plan not known", "The plan's format_version is neither 0.x nor 1.x.",
         "Write the plan with a terraform whose format is 1.x."},
    Code{"D013", "saved plan", "terraform plan -out writes a zip file that only terraform reads.",
         "Run terraform show -json on it, in the folder it was made in."},
    Code{"D014", "binary or compressed file", "The file is no text.", "Unpack it, or check its name."},
    Code{"D015", "Terraform source", "Source says how many only after terraform has worked it out.",
         "Run terraform plan -out tfplan, then terraform show -json tfplan > plan.json."},
    Code{"D016", "plan as people read it", "The file is what terraform plan shows on a terminal.",
         "Run terraform plan -out tfplan, then terraform show -json tfplan > plan.json."},
    Code{"D017", "log of terraform plan -json", "The file is a stream of messages, and holds no plan.",
         "Run terraform plan -out tfplan, then terraform show -json tfplan > plan.json."},
    Code{"D018", "nothing planned", "The file has a plan's version, and neither planned values nor changes.",
         "Run terraform plan -out tfplan, then terraform show -json tfplan > plan.json."},
    Code{"D019", "state file", "terraform.tfstate has a form of its own that changes between versions.",
         "Run terraform show -json > state.json in its folder."},
    Code{"D020", "template inside an answer", "The file is the answer of aws cloudformation get-template.",
         "Run it again with --query TemplateBody."},
    Code{"D021", "other dialect than was asked for",
         "The file is a plan where a template was asked for, or the reverse.", "Give it as what it is."},
    Code{"D022", "template without resources", "The template has no map Resources, so it declares nothing.",
         "Check that it is the file you meant."},
    Code{"D023", "parameter not known", "A value was given for a parameter that no template has.",
         "Check its name; templates list theirs under Parameters."},
    Code{"D024", "value of a parameter not allowed",
         "The template lists the values it takes, and this is none.", "Give one of them."},
    Code{"D025", "template expands too far", "Functions of the template make more than 20 MB of values.",
         "Check its lists and texts."},
    Code{"D026", "resource without a type", "Every resource of a template has a Type.", "Write it."},
    Code{"D101", "state instead of plan", "The file lists what exists now; that is what check judges.",
         "Give a plan to check what is about to be."},
    Code{"D102", "plan with gaps", "Planning stopped component way, or left changes for later.",
         "Plan again."},
    Code{"D103", "log around the plan",
         "A pipeline wrote lines of its log into the file, or a time before each line; they are passed over.",
         "With setup-terraform, set terraform_wrapper: false."},
    Code{"D201", "macro not run",
         "A macro changes the template when the stack is made, and macros are not run here.",
         "Check the template that comes out of it."},
    Code{"D202", "nested template not read",
         "A stack names a template that is not beside this file, or is inside itself; it is not counted.",
         "Put it beside this file, or check it with a command of its own."},
    Code{"D203", "condition not known",
         "Whether a resource will exist hangs on a condition that is not known.",
         "Give the parameters of its condition."},
    Code{"D204", "loop not run",
         "A macro, another tool, or a loop over what is not known makes resources before the stack is made; "
         "none is run here.",
         "Check the template that comes out of it."},
    Code{"D205", "odd function", "A function or the name of a condition is not as CloudFormation takes it.",
         "Until it is right, its value counts as not known."},
    Code{"D206", "template key written twice",
         "A map of the template has the same key twice; CloudFormation takes the last, and so does this.",
         "Delete or rename one of them."},
};

}  // namespace

std::span<const Code> declared_codes() { return of_declared; }

}  // namespace scaleplan::render
