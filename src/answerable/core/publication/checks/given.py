"""Given names that are common in England and Wales: what tells "Priya Vennimore" from "Wyvern Valley".

From general knowledge of the names most often given since 1950, those of several languages; names that are
far more often another word ("Mark", "Will", "Grace", "May", "Hope") stay, since a second word must follow.
"""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """Aaron Abdul Abdullah Abigail Adam Adrian Ahmed Aisha Alan Alasdair
    Albert Alex Alexander Alexandra Alfie
    Alice Alison Amanda Amelia Amina Amir Amy Andrea Andrew Angela Anita Ann Anna Anne Anthony Antonia
    Archie Arjun Arthur Asha Ashley Audrey Ava Ayesha Barbara Barry Beatrice Ben Benjamin Beth Bethany
    Beverley Bilal Bradley Brenda Brian Bridget Bronwen Caitlin Callum Cameron Carl Carol Caroline
    Carolyn Carys Catherine Cerys Charles Charlie Charlotte Cheryl Chloe Chris Christian Christina
    Christine Christopher Claire Clare Clive Colin Connor Craig Cynthia Daisy Dale Damian Daniel
    Danielle Darren Dave David Dawn Dean Deborah Debra Denise Dennis Derek Diana Diane Dilys Dominic
    Donald Donna Dorothy Douglas Duncan Dylan Edith Edward Eileen Elaine Eleanor Elizabeth Ella Ellen
    Ellie Emily Emma Eric Erica Ethan Eve Evelyn Farah Fatima Faye Felicity Finlay Fiona Florence
    Frances Francis Frank Fraser Fred Freddie Frederick Freya Gareth Gary Gavin Gemma Geoffrey George
    Georgia Georgina Gerald Gerard Gillian Gita Glen Glenn Gloria Gordon Grace Graham Grant Greg Gregory
    Gurpreet Gwen Hannah Harold Harpreet Harriet Harry Hassan Hayley Hazel Heather Heidi Helen Helena
    Henry Hilary Holly Howard Hugh Hussein Ian Ibrahim Imran Irene Isaac Isabel Isabella Isla Isobel
    Ivan Jack Jackie Jacob Jacqueline Jade Jake James Jamie Jan Jane Janet Janice Jasmine Jason Jay Jean
    Jeffrey Jennifer Jenny Jeremy Jessica Jill Jim Joan Joanna Joanne Joe John Jon Jonathan Jordan
    Joseph Josephine Joshua Joyce Jude Judith Julia Julian Julie June Justin Karen Karl Kate Katherine
    Kathleen Kathryn Katie Kayleigh Keith Kelly Ken Kenneth Kerry Kevin Khalid Kieran Kim Kirsty Kyle
    Laura Lauren Lawrence Leah Leanne Lee Leonard Leonie Lesley Leslie Lewis Liam Lily Linda Lisa Liz
    Logan Lorraine Louis Louise Lucas Lucy Luke Lynda Lynn Lynne Malcolm Mandy Marc Marcus Margaret
    Maria Marie Marilyn Marion Marjorie Marta Martha Martin Mary Mason Matilda Matthew Maureen Max Megan
    Melanie Melissa Michael Michelle Mike Mildred Millie Miriam Mohamed Mohammad Mohammed Mohinder Molly
    Monica Muhammad Muriel Nadia Nadine Nancy Naomi Natalie Natasha Nathan Neil Niall Nicholas Nick
    Nicola Nicole Nigel Noah Noor Nora Norman Oliver Olivia Oscar Owain Owen Pamela Patricia Patrick
    Paul Paula Pauline Peggy Penelope Peter Phil Philip Philippa Phillip Phoebe Phyllis Pippa Poppy
    Priya Rachael Rachel Rahul Rajesh Ralph Raymond Rebecca Reginald Rhian Rhys Richard Rita Robert
    Robin Roger Ronald Rory Rosemary Rosie Ross Roy Ruby Rupert Russell Ruth Ryan Sally Sam Samantha
    Samina Samuel Sandra Sanjay Sara Sarah Scott Sean Sebastian Shabana Shane Sharon Sheila Shirley Sian
    Simon Sofia Sophia Sophie Stacey Stanley Stella Stephanie Stephen Steve Steven Stewart Stuart Sunita
    Susan Suzanne Sylvia Tahir Tamara Tanya Tara Tariq Teresa Terence Terry Theo Theresa Thomas Tim
    Timothy Tina Toby Tom Tony Tracey Tracy Trevor Tristan Tyler Usman Valerie Vanessa Vera Veronica
    Victor Victoria Vijay Vincent Violet Vivian Wendy Wilfred William Winifred Yasmin Yusuf Yvonne Zac
    Zachary Zara Zainab Zoe""".split()
)
